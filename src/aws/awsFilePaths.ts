import { homedir } from 'node:os';
import { join } from 'node:path';

/** The person's home, found in the SDK's order, so that both read and write the same files. */
function home(): string {
  return process.env['HOME'] ?? process.env['USERPROFILE'] ?? homedir();
}

/** Where the files are that this product shares with the SDK and the AWS CLI. */
export function awsFilePaths(): { config: string; credentials: string; ssoCache: string; loginCache: string } {
  const aws = join(home(), '.aws');
  return {
    config: process.env['AWS_CONFIG_FILE'] ?? join(aws, 'config'),
    credentials: process.env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(aws, 'credentials'),
    ssoCache: join(aws, 'sso', 'cache'),
    loginCache: process.env['AWS_LOGIN_CACHE_DIRECTORY'] ?? join(aws, 'login', 'cache'),
  };
}
