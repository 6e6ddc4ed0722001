import { build } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildExtension } from '../../scripts/build/build.ts';
import { launchChromium } from '../host/chromium.ts';
import { startServer } from '../host/serverProcess.ts';
import { windowAddress } from '../host/window.ts';
import type { HostMeasurement } from './activation/inHost.ts';
import { interval, median } from './statistics.ts';

export const prefixes = ['activation.', 'memory.'];

/** Fresh extension hosts that are to be measured, each of which activates both extensions, and how many are tried. */
const hosts = 30;
const tried = 120;

/** Milliseconds after which a host that has said nothing is called hanging. */
const hostLimitMs = 40_000;

const repository = resolve(import.meta.dirname, '../..');
const scratch = join(repository, 'artifacts/bench');

/** Activation beside an extension that does nothing, in the real host; medians, milliseconds. */
export async function measure(): Promise<Record<string, number>> {
  await buildExtension();
  const measured = await measureHosts();
  const pick = (key: keyof HostMeasurement): number[] => measured.map((one) => one[key]);
  const difference = measured.map(({ ours, empty }) => ours - empty);
  const [low, high] = interval(difference);
  return {
    'activation.ms': median(pick('ours')),
    'activation.empty.ms': median(pick('empty')),
    'activation.difference.ms': median(difference),
    'activation.difference.low.ms': low,
    'activation.difference.high.ms': high,
    'activation.json.ms': median(pick('json')),
    'memory.heap.mb': median(measured.map(({ oursHeap, emptyHeap }) => oursHeap - emptyHeap)) / 1e6,
  };
}

async function measureHosts(): Promise<HostMeasurement[]> {
  await rm(scratch, { recursive: true, force: true });
  const empty = await writeEmptyExtension('empty');
  const runner = await writeEmptyExtension('runner');
  const report = join(scratch, 'report.jsonl');
  const json = join(scratch, 'ordinary.json');
  await writeFile(json, JSON.stringify(ordinaryJson(), undefined, 2));
  const tests = await bundleInHost();
  const env = { ECS_WORKBENCH_BENCH_REPORT: report, ECS_WORKBENCH_BENCH_JSON: json };
  const server = await startServer({ env, extensions: [repository, empty], forTests: true });
  const browser = await launchChromium();
  try {
    for (let i = 0; i < tried && (await linesOf(report)).length < hosts; i++) {
      const page = await browser.newPage();
      await page.exposeFunction('codeAutomationLog', () => undefined);
      const ended = new Promise<void>((done) => void page.exposeFunction('codeAutomationExit', () => done()));
      const address = windowAddress(server, {
        folder: runner,
        // Both that are measured are installed; the one under development is a third.
        extension: { developmentPath: runner },
        tests: { path: tests, onExit: () => undefined },
      });
      await page.goto(address);
      await Promise.race([ended, failAfter(hostLimitMs)]);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  const lines = await linesOf(report);
  if (lines.length < hosts) throw new Error(`Only ${lines.length} of ${tried} extension hosts could be measured.`);
  return lines.map((line) => JSON.parse(line) as HostMeasurement);
}

async function linesOf(report: string): Promise<string[]> {
  const text = await readFile(report, 'utf8').catch(() => '');
  return text.split('\n').filter(Boolean);
}

/** An extension with the same form as ours that does nothing. */
async function writeEmptyExtension(name: string): Promise<string> {
  const folder = join(scratch, name);
  await mkdir(folder, { recursive: true });
  const manifest = {
    name,
    publisher: 'ecs-workbench',
    version: '0.0.1',
    type: 'module',
    main: './extension.js',
    engines: { vscode: '^1.104.0' },
    activationEvents: ['onCommand:empty.never'],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'extension.js'), 'export function activate() {}\n');
  return folder;
}

async function bundleInHost(): Promise<string> {
  const outfile = join(scratch, 'inHost.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'activation/inHost.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['vscode'],
  });
  return outfile;
}

/** As large as a middling package-lock.json. */
function ordinaryJson(): object {
  const entry = (i: number) => ({ version: `1.${i}.0`, resolved: `file:packages/${i}`, engines: { node: '>=20' } });
  return {
    name: 'app',
    packages: Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`node_modules/p${i}`, entry(i)])),
  };
}

function failAfter(ms: number): Promise<never> {
  return new Promise((_, reject) =>
    setTimeout(() => reject(new Error('The extension host did not answer.')), ms).unref(),
  );
}
