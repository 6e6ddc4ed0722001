import { createHash } from 'node:crypto';
import type { Random } from '../random.ts';

/** What a person does with the page that a sign-in opens; `ask` shows it and waits for a click. */
export type PageVisitor = 'ask' | 'allow' | 'deny';

export interface SsoClientRecord {
  clientSecret: string;
  scopes: readonly string[];
  grantTypes: readonly string[];
  redirectUris: readonly string[];
}

export interface DeviceGrant {
  clientId: string;
  userCode: string;
  answer: 'pending' | 'allowed' | 'denied';
  expiresAt: number;
  askedAt: number;
}

export interface CodeGrant {
  clientId: string;
  challenge: string;
  redirectUri: string;
}

/** Everything that IAM Identity Center remembers. Times are wall time in epoch milliseconds, for clients compare them with their own. */
export class SsoState {
  /** Seconds that tokens, device codes and role credentials live, and that a device waits between two questions. */
  readonly lifetimes = { token: 3600, deviceCode: 600, credentials: 3600, interval: 1 };
  visitor: PageVisitor = 'ask';
  /** Where the page of the device flow is said to be; the server itself unless set. */
  pageOrigin: string | undefined;
  readonly clients = new Map<string, SsoClientRecord>();
  readonly devices = new Map<string, DeviceGrant>();
  readonly codes = new Map<string, CodeGrant>();
  /** Access tokens with their end. */
  readonly tokens = new Map<string, number>();
  /** Refresh tokens with the client they were given to. */
  readonly refreshTokens = new Map<string, string>();
  /** Roles that nobody is assigned to, as `account/role`. */
  readonly withheldRoles = new Set<string>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  secret(): string {
    return this.#random.token(64);
  }

  /** The person's answer to the device grant with this code. */
  answer(userCode: string, answer: 'allowed' | 'denied'): void {
    for (const grant of this.devices.values()) if (grant.userCode === userCode) grant.answer = answer;
  }

  userCode(): string {
    const letters = (): string => this.#random.hex(4).toUpperCase();
    return `${letters()}-${letters()}`;
  }

  issueToken(clientId: string): { accessToken: string; expiresIn: number; refreshToken?: string } {
    const accessToken = this.secret();
    const expiresIn = this.lifetimes.token;
    this.tokens.set(accessToken, Date.now() + expiresIn * 1000);
    const client = this.clients.get(clientId);
    if (!client || client.scopes.length === 0) return { accessToken, expiresIn };
    const refreshToken = this.secret();
    this.refreshTokens.set(refreshToken, clientId);
    return { accessToken, expiresIn, refreshToken };
  }

  /** Ends every token, as an administrator does. */
  revokeAll(): void {
    this.tokens.clear();
    this.refreshTokens.clear();
  }

  fits(verifier: string, challenge: string): boolean {
    return createHash('sha256').update(verifier).digest('base64url') === challenge;
  }
}
