/** Capacity providers that every account has; whoever makes one cannot name it after AWS, ECS or Fargate. */
export const fargateProviders: readonly string[] = ['FARGATE', 'FARGATE_SPOT'];

export function isFargateProvider(name: string): boolean {
  return fargateProviders.includes(name);
}

/** Fargate's platform versions for Linux; those for Windows begin anew at 1.0.0. */
export const platformVersions: readonly string[] = ['LATEST', '1.4.0', '1.3.0', '1.2.0', '1.1.0', '1.0.0'];
