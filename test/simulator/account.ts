import type { Credential, Permissions } from './credentials.ts';
import { ImageRegistry } from './ecs/images.ts';
import { RegionState } from './regionState.ts';
import type { World } from './world.ts';

export interface AccountOptions {
  /** Twelve digits. */
  id: string;
  alias?: string;
  /** The first access key; one is made up unless given. */
  credential?: CredentialOptions;
}

export interface CredentialOptions {
  accessKeyId?: string;
  secretAccessKey?: string;
  sessionToken?: string;
  /** Wall time, epoch milliseconds. */
  expiresAt?: number;
  /** A user's name, or `role/session` for an assumed role. */
  principal?: string;
  permissions?: Permissions;
}

/** One AWS account: its access keys, its images, and its state in every Region. */
export class Account {
  readonly id: string;
  readonly alias: string;
  readonly world: World;
  /** What the images that tasks name do when they are pulled and run. */
  readonly images: ImageRegistry;
  /** The account's first access key. */
  readonly credential: Credential;
  /** What the keys that AssumeRole gives for a role may do, by role name; everything unless set. */
  readonly rolePermissions = new Map<string, Permissions>();
  readonly #regions = new Map<string, RegionState>();

  constructor(world: World, options: AccountOptions) {
    this.world = world;
    this.id = options.id;
    this.alias = options.alias ?? '';
    this.images = new ImageRegistry();
    this.credential = this.addCredential(options.credential);
  }

  /** The account's state in a Region, empty at first. */
  region(name: string): RegionState {
    let region = this.#regions.get(name);
    if (!region) {
      region = new RegionState(this, name);
      this.#regions.set(name, region);
    }
    return region;
  }

  regions(): RegionState[] {
    return [...this.#regions.values()];
  }

  /** Another access key of this account, e.g. one with fewer permissions or a token that runs out. */
  addCredential(options: CredentialOptions = {}): Credential {
    const { random } = this.world;
    const principal = options.principal ?? 'developer';
    const role = principal.includes('/');
    const suffix = random.hex(16).toUpperCase();
    return this.world.credentials.add({
      accessKeyId: options.accessKeyId ?? `${options.sessionToken ? 'ASIA' : 'AKIA'}${suffix}`,
      secretAccessKey: options.secretAccessKey ?? random.token(40),
      sessionToken: options.sessionToken,
      expiresAt: options.expiresAt,
      accountId: this.id,
      arn: role ? `arn:aws:sts::${this.id}:assumed-role/${principal}` : `arn:aws:iam::${this.id}:user/${principal}`,
      userId: role ? `AROA${suffix}:${principal.split('/').at(-1)}` : `AIDA${suffix}`,
      permissions: options.permissions ?? {},
    });
  }
}
