#!/usr/bin/env node
// Takes the place of a desktop VS Code for @vscode/test-electron: understands the flags it passes, runs the suite in the
// npm-only VS Code and ends with the suite's exit code.
import { openWindow } from './window.ts';
import { parseHostVersion } from './hostVersions.ts';
import { existingProfile } from './scratchProfile.ts';

const flags = process.argv.slice(2);
const values = (name: string): string[] =>
  flags.filter((flag) => flag.startsWith(`--${name}=`)).map((flag) => flag.slice(name.length + 3));
const folder = flags.find((flag) => !flag.startsWith('-')) ?? process.cwd();

let onExit: (code: number) => void = () => undefined;
const ended = new Promise<number>((resolve) => (onExit = resolve));
const [userData = '', testsPath = ''] = [...values('user-data-dir'), ...values('extensionTestsPath')];
const window = await openWindow({
  version: parseHostVersion(process.env.ECS_WORKBENCH_HOST_VERSION ?? 'newest'),
  profile: existingProfile(userData),
  folder,
  size: { width: 640, height: 400 },
  extension: { developmentPath: values('extensionDevelopmentPath') },
  tests: { path: testsPath, onExit },
  onConsole: (level, text) => console.log(`[${level}] ${text}`),
});
const code = await Promise.race([ended, window.server.exited.then(() => 1)]);
await window.close();
process.exit(code);
