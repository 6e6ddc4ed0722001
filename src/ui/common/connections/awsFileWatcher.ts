import { basename, dirname } from 'node:path';
import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { awsFilePaths } from '../../../aws/profile/awsFilePaths.ts';

/** Milliseconds: a file is often written in several steps. */
const settle = 200;

/** Calls back when the AWS configuration files, or the tokens of a sign-in, were written by whomever. */
export function watchAwsFiles(on: { configuration: () => Promise<void>; signIn: () => Promise<void> }): Disposable {
  const { config, credentials, ssoCache, loginCache } = awsFilePaths();
  return Disposable.from(
    watch([dirname(config), basename(config)], on.configuration),
    watch([dirname(credentials), basename(credentials)], on.configuration),
    watch([ssoCache, '*.json'], on.signIn),
    watch([loginCache, '*.json'], on.signIn),
  );
}

function watch([folder, pattern]: [folder: string, pattern: string], act: () => Promise<void>): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void act().catch(() => undefined), settle);
  };
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(folder), pattern));
  watcher.onDidChange(soon);
  watcher.onDidCreate(soon);
  watcher.onDidDelete(soon);
  return Disposable.from(watcher, { dispose: () => clearTimeout(timer) });
}
