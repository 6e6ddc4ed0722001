import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Whether the AWS CLI is found where a shell with this environment would look for it. */
export async function hasAwsCli(env: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  const names = process.platform === 'win32' ? ['aws.exe', 'aws.cmd'] : ['aws'];
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const found = await Promise.all(files.map((file) => isExecutable(file)));
  return found.includes(true);
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
