import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import type { Metafile } from 'esbuild';
import { bundleParts, bundleReports, featureOf, type BundlePart } from '../../../scripts/build/bundleParts.ts';

const repository = resolve(import.meta.dirname, '../../..');

/** Bytes that are read when VS Code activates the extension. */
const mostAtActivation = 60_000;
/** Bytes that a part of ours may load without a need, so that there are few files. */
const mostForNothing = 120_000;

const sdk = /(?:^|\/)node_modules\/@(?:aws-sdk|smithy)\//;
const client = /(?:^|\/)node_modules\/@aws-sdk\/(client-[^/]+)\//;
/** Modules of ours that reach the SDK. */
const sdkDoor = /^src\/aws\/sdk/;

describe('what is loaded when', () => {
  let metafile: Metafile;
  let parts: BundlePart[];
  before(async () => {
    metafile = await reportOf('node.json');
    parts = bundleParts(metafile.outputs);
  });

  const ours = (): BundlePart[] => parts.filter(({ module }) => module.startsWith('src/'));
  const part = (module: string): BundlePart => parts.find((each) => each.module === module) ?? assert.fail(module);

  it('is known of the files that are there', async () => {
    const entries = await readdir(join(repository, 'dist'), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const sizes = await Promise.all(files.map(async (file) => [relative(repository, file), (await stat(file)).size]));
    const reports = await Promise.all((await readdir(join(repository, bundleReports))).map(reportOf));
    const built = reports.flatMap(({ outputs }) => Object.entries(outputs).map(([path, { bytes }]) => [path, bytes]));
    assert.deepEqual(Object.fromEntries(sizes), Object.fromEntries(built));
  });

  it('is little at activation', () => {
    const { files } = part('src/extension.ts');
    const bytes = [...files].reduce((sum, file) => sum + (metafile.outputs[file]?.bytes ?? 0), 0);
    assert.ok(bytes <= mostAtActivation, `${bytes} bytes in ${files.size} files`);
  });

  it('is the SDK only where it is asked for', () => {
    const doors = ours().filter(({ module }) => sdkDoor.test(module));
    assert.ok(doors.length > 10);
    for (const { module, modules } of ours()) {
      const found = [...modules].filter((path) => sdk.test(path));
      if (sdkDoor.test(module)) assert.ok(found.length > 0, module);
      else assert.deepEqual(found, [], module);
    }
  });

  it('is one client of the SDK at a time', () => {
    for (const { module, modules } of parts) {
      const loaded = new Set([...modules].flatMap((path) => client.exec(path)?.[1] ?? []));
      const wanted = metafile.inputs[module]?.imports.flatMap(({ path }) => client.exec(path)?.[1] ?? []);
      assert.deepEqual([...loaded], [...new Set(wanted)], module);
    }
  });

  it('is no other feature', () => {
    const features = new Set(ours().flatMap(({ module }) => featureOf(module) ?? []));
    assert.ok(features.size >= 5, [...features].join());
    const atActivation = part('src/extension.ts').modules;
    for (const { module, modules } of parts) {
      if (module === 'src/extension.ts') continue;
      const foreign = [...modules].filter((path) => ![undefined, featureOf(module)].includes(featureOf(path)));
      assert.deepEqual(
        foreign.filter((path) => !atActivation.has(path)),
        [],
        module,
      );
    }
  });

  it('is hardly more than is needed', () => {
    // What comes of the SDK is all needed as soon as something is asked of AWS.
    for (const { module, files } of ours().filter(({ module }) => !sdkDoor.test(module))) {
      const needed = reachable(metafile.inputs, module);
      const loaded = [...files].flatMap((file) => Object.entries(metafile.outputs[file]?.inputs ?? {}));
      const idle = loaded.filter(([path]) => !needed.has(path));
      const bytes = idle.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
      assert.ok(bytes <= mostForNothing, `${module}: ${bytes} bytes of ${idle.map(([path]) => path).join()}`);
    }
  });
});

async function reportOf(bundle: string): Promise<Metafile> {
  return JSON.parse(await readFile(join(repository, bundleReports, bundle), 'utf8')) as Metafile;
}

/** The module and all that it imports statically. */
function reachable(inputs: Metafile['inputs'], module: string, found = new Set<string>()): Set<string> {
  if (found.has(module)) return found;
  found.add(module);
  for (const { external, kind, path } of inputs[module]?.imports ?? []) {
    if (kind !== 'dynamic-import' && !external) reachable(inputs, path, found);
  }
  return found;
}
