/** Fargate's platform versions for Linux; those for Windows begin anew at 1.0.0. */
export const platformVersions: readonly string[] = ['LATEST', '1.4.0', '1.3.0', '1.2.0', '1.1.0', '1.0.0'];
