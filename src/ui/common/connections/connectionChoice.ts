import type { Connection } from '../../../aws/connection/connection.ts';

/** A profile in a Region, as settings name it; an empty member falls back to the environment, then to the profile. */
export interface ConnectionChoice {
  readonly profile: string;
  readonly region: string;
}

/** The same for two choices that reach the same place. */
export function keyOf({ profile, region }: ConnectionChoice): string {
  return `${profile}@${region}`;
}

/** The choices among what a settings file holds, which may be anything. */
export function toChoice(value: unknown): ConnectionChoice | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { profile, region = '' } = value as Record<string, unknown>;
  if (typeof profile !== 'string' || profile === '' || typeof region !== 'string') return undefined;
  return { profile, region };
}

/** One root of the tree: a connection that is active or pinned. */
export interface ConnectionRoot {
  /** Stays the same as long as the root reaches the same place. */
  readonly key: string;
  readonly profile: string;
  readonly region: string;
  /** Whether palette commands, CodeLens and the like use it. */
  readonly active: boolean;
  readonly pinned: boolean;
  /** Rejects with an AwsError that says what is missing; the next call tries anew. */
  open(): Promise<Connection>;
}

/** What an event says: which roots there are may always be different. */
export interface ConnectionsChange {
  /** Keys of roots that have to start over: renewed or refused credentials, another configuration. */
  readonly restarted: readonly string[];
}
