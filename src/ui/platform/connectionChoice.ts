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
