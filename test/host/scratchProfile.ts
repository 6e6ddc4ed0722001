import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folders of one VS Code that knows nothing of the person who runs it. All lie under `root`. */
export interface ScratchProfile {
  readonly root: string;
  readonly home: string;
  /** The user-data folder: settings, state, logs. */
  readonly userData: string;
  readonly extensions: string;
}

/** Makes a scratch profile with the user's settings written before anything starts. */
export async function createScratchProfile(settings: Readonly<Record<string, unknown>> = {}): Promise<ScratchProfile> {
  const profile = profileIn(await mkdtemp(join(tmpdir(), 'ecs-workbench-')));
  const user = join(profile.userData, 'User');
  for (const folder of [profile.home, user, profile.extensions]) await mkdir(folder, { recursive: true });
  await writeFile(join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  return profile;
}

/** The scratch profile whose user-data folder is `userData`. */
export function existingProfile(userData: string): ScratchProfile {
  return profileIn(dirname(userData));
}

function profileIn(root: string): ScratchProfile {
  return { root, home: join(root, 'home'), userData: join(root, 'data'), extensions: join(root, 'extensions') };
}

/** Settings that keep a window from fetching, asking or showing what is not under test. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.openRepositoryInParentFolders': 'never',
  'window.confirmBeforeClose': 'never',
  'files.autoSave': 'off',
} as const;
