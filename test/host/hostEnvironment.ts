import { delimiter, dirname, join } from 'node:path';
import type { ScratchProfile } from './scratchProfile.ts';

/**
 * The environment of a VS Code under test: this process's, without what would let the person's own AWS account, npm or
 * editor shine through, with a scratch home folder. `extra` comes last, so it can name what was left out.
 */
export function hostEnvironment(
  profile: ScratchProfile,
  extra: Readonly<Record<string, string | undefined>> = {},
  base: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const inherited = Object.entries(base).filter(
    ([name]) => !/^(AWS_|VSCODE_|npm_|NODE_|XDG_|INIT_CWD|ELECTRON_)/i.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    PATH: withoutPackageBinaries(base.PATH ?? ''),
    HOME: profile.home,
    XDG_CONFIG_HOME: join(profile.home, '.config'),
    XDG_CACHE_HOME: join(profile.home, '.cache'),
    XDG_DATA_HOME: join(profile.home, '.local/share'),
    AWS_CONFIG_FILE: join(profile.home, '.aws/config'),
    AWS_SHARED_CREDENTIALS_FILE: join(profile.home, '.aws/credentials'),
    // No gallery: a window under test looks nothing up and offers nothing to install.
    EXTENSIONS_GALLERY: '{}',
    // Asking a machine that is no EC2 instance for its role takes seconds.
    AWS_EC2_METADATA_DISABLED: 'true',
    ...extra,
  };
}

// npm puts this repository's tools in front; a person's editor does not have them.
function withoutPackageBinaries(path: string): string {
  const isTool = (folder: string): boolean => folder.endsWith('.bin') && dirname(folder).endsWith('node_modules');
  const isNpmHelper = (folder: string): boolean => folder.endsWith('node-gyp-bin');
  return path
    .split(delimiter)
    .filter((folder) => !isTool(folder) && !isNpmHelper(folder))
    .join(delimiter);
}
