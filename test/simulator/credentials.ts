import { matchesGlob } from './globs.ts';

/** What a caller may do: globs over `service:Operation`; a denial wins, and everything is allowed unless `allow` is given. */
export interface Permissions {
  allow?: readonly string[];
  deny?: readonly string[];
}

/** An access key the server knows. */
export interface Credential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Wall time, epoch milliseconds, from which the token counts as expired. */
  expiresAt?: number;
  readonly accountId: string;
  /** The caller's ARN, as GetCallerIdentity and AccessDenied texts say it. */
  readonly arn: string;
  readonly userId: string;
  permissions: Permissions;
}

/** Every access key of every account, by key id. */
export class Credentials {
  readonly #byKey = new Map<string, Credential>();

  add(credential: Credential): Credential {
    this.#byKey.set(credential.accessKeyId, credential);
    return credential;
  }

  find(accessKeyId: string): Credential | undefined {
    return this.#byKey.get(accessKeyId);
  }

  all(): Credential[] {
    return [...this.#byKey.values()];
  }

  remove(accessKeyId: string): void {
    this.#byKey.delete(accessKeyId);
  }
}

export type Verdict = 'allowed' | 'denied' | 'not allowed';

/** Whether `permissions` let `action` (such as `ecs:UpdateService`) through. */
export function judge(permissions: Permissions, action: string): Verdict {
  if (permissions.deny?.some((glob) => matchesGlob(glob, action))) return 'denied';
  if (permissions.allow && !permissions.allow.some((glob) => matchesGlob(glob, action))) return 'not allowed';
  return 'allowed';
}
