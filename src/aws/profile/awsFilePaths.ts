import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The person's home, found in the SDK's order, so that both read and write the same files. */
function home(): string {
  return process.env['HOME'] || process.env['USERPROFILE'] || homedir();
}

/** A path that a variable names; `~/` is the home also where no shell has replaced it. */
function named(variable: string): string | undefined {
  const path = process.env[variable];
  if (!path) return undefined;
  return resolve(path.startsWith('~/') ? join(home(), path.slice(2)) : path);
}

/** Where the files are that this product shares with the SDK and the AWS CLI. */
export function awsFilePaths(): { config: string; credentials: string; ssoCache: string; loginCache: string } {
  const aws = join(home(), '.aws');
  return {
    config: named('AWS_CONFIG_FILE') ?? join(aws, 'config'),
    credentials: named('AWS_SHARED_CREDENTIALS_FILE') ?? join(aws, 'credentials'),
    ssoCache: join(aws, 'sso', 'cache'),
    loginCache: named('AWS_LOGIN_CACHE_DIRECTORY') ?? join(aws, 'login', 'cache'),
  };
}
