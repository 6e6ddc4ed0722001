import { hostEnvironment } from './hostEnvironment.ts';
import { startLeashed } from './leash.ts';
import type { ScratchProfile } from './scratchProfile.ts';

export interface DesktopSession {
  repository: string;
  folder: string;
  profile: ScratchProfile;
  env: Readonly<Record<string, string | undefined>>;
  /** Opens folders in Restricted Mode until the person trusts them. Off: every folder is trusted. */
  askForTrust?: boolean;
}

/** Opens a desktop VS Code with the extension under development; the person's own settings stay out of it. */
export function openInDesktop(
  executable: string,
  session: DesktopSession,
): { exited: Promise<number>; end(): Promise<void> } {
  const { repository, folder, profile, env, askForTrust } = session;
  const args = [
    folder,
    `--extensionDevelopmentPath=${repository}`,
    `--user-data-dir=${profile.userData}`,
    `--extensions-dir=${profile.extensions}`,
    ...(askForTrust ? [] : ['--disable-workspace-trust']),
    '--skip-welcome',
    '--wait',
  ];
  return startLeashed(executable, args, { env: hostEnvironment(profile, env), removeAfter: profile.root });
}
