import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { guardMs } from '../support/eventually.ts';
import { launchChromium } from './chromium.ts';
import { hostEditions } from './hostVersions.ts';
import { startServer, type HostServer, type ServerOptions } from './serverProcess.ts';

export interface WindowOptions extends Omit<ServerOptions, 'extensions' | 'forTests'> {
  /** The folder, or the `.code-workspace` file, that the window opens. */
  readonly folder: string;
  /** The extension under test: its folder (several, to set one beside another), or a packaged file. */
  readonly extension: { readonly developmentPath: string | readonly string[] } | { readonly vsix: string };
  readonly colorTheme?: 'dark' | 'light' | (string & {});
  readonly size?: { readonly width: number; readonly height: number };
  /** Physical pixels for each of CSS; 2 makes pictures for a README. */
  readonly scale?: number;
  /** The module whose `run()` the extension host calls, and what hears of its end. */
  readonly tests?: { readonly path: string; readonly onExit: (code: number) => void };
  /** Hears what the extension host writes to its console. */
  readonly onConsole?: (level: string, text: string) => void;
}

/** A VS Code window in a headless browser, with its server and scratch profile. */
export interface HostWindow {
  readonly page: Page;
  readonly server: HostServer;
  /** Saves a picture as artifacts/ui/`name`.png and returns its path. */
  screenshot(name: string): Promise<string>;
  /** Ends browser and server and removes the scratch profile. */
  close(): Promise<void>;
}

const pictures = resolve(import.meta.dirname, '../../artifacts/ui');

/** Opens a window of the npm-only VS Code and returns when its workbench stands. */
export async function openWindow(options: WindowOptions): Promise<HostWindow> {
  const server = await startServer({
    ...options,
    settings: { 'workbench.colorTheme': themeName(options), ...options.settings },
    extensions: 'vsix' in options.extension ? [options.extension.vsix] : developed(options),
    forTests: options.tests !== undefined,
  });
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close().catch(() => undefined);
    await server.close();
  };
  try {
    browser = await launchChromium();
    const page = await openPage(browser, server, options);
    return { page, server, screenshot: (name) => takePicture(page, name), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function themeName({ colorTheme = 'dark', version = 'newest' }: WindowOptions): string {
  const { dark, light } = hostEditions[version].themes;
  if (colorTheme === 'dark') return dark;
  return colorTheme === 'light' ? light : colorTheme;
}

// Under test they are named in the window's address instead, as a desktop VS Code is told of them.
function developed({ extension, tests }: WindowOptions): readonly string[] {
  return tests === undefined && 'developmentPath' in extension ? [extension.developmentPath].flat() : [];
}

async function openPage(browser: Browser, server: HostServer, options: WindowOptions): Promise<Page> {
  const page = await browser.newPage({
    viewport: options.size ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page.setDefaultTimeout(guardMs);
  await page.exposeFunction('codeAutomationLog', (level: string, args: unknown[]) => {
    options.onConsole?.(level, args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' '));
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => options.tests?.onExit(code));
  await page.goto(windowAddress(server, options));
  await page.locator('.monaco-workbench').waitFor({ timeout: 2 * guardMs });
  // A spinner that turns costs more than all that is tested beside it: there is no graphics card here.
  await page.addStyleTag({ content: '*, *::before, *::after { animation: none !important; }' });
  return page;
}

/** The address under which a browser opens the window that the options describe. */
export function windowAddress(
  server: Pick<HostServer, 'authority' | 'token'>,
  options: Pick<WindowOptions, 'folder' | 'extension' | 'tests'>,
): string {
  const address = new URL(`http://${server.authority}/`);
  const folder = resolve(options.folder);
  address.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  if (options.tests) address.searchParams.set('payload', JSON.stringify(windowPayload(server.authority, options)));
  if (server.token !== undefined) address.searchParams.set('tkn', server.token);
  return address.href;
}

function windowPayload(
  authority: string,
  { extension, tests }: Pick<WindowOptions, 'extension' | 'tests'>,
): [string, string][] {
  const remote = (path: string): string => `vscode-remote://${authority}${resolve(path)}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if ('developmentPath' in extension) {
    for (const path of [extension.developmentPath].flat()) payload.push(['extensionDevelopmentPath', remote(path)]);
  }
  if (tests) payload.push(['extensionTestsPath', remote(tests.path)]);
  return payload;
}

async function takePicture(page: Page, name: string): Promise<string> {
  const path = join(pictures, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', caret: 'initial' });
  return path;
}
