import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { type BundlePart, bundleParts } from '../../../../scripts/build/bundleParts.ts';
import { bundleInFewChunks } from '../../../../scripts/build/fewChunks.ts';

/** Features that share modules two by two. */
const sources: Record<string, string> = {
  'extension.ts': `
    export const a = () => import('./ui/a/a.ts');
    export const moreOfA = () => import('./ui/a/moreOfA.ts');
    export const b = () => import('./ui/b/b.ts');
    export const c = () => import('./ui/c/c.ts');
    export const d = () => import('./ui/d/d.ts');`,
  'ui/a/a.ts': `
    import { needsLarge } from '../../needsLarge.ts';
    import { list } from '../../ab.ts';
    import { ac } from '../../ac.ts';
    import { own } from './own.ts';
    export const a = () => { list.push('a'); return [ac(), own(), needsLarge()]; };`,
  'ui/a/moreOfA.ts': `import { own } from './own.ts'; export const more = () => own();`,
  'ui/a/own.ts': `export const own = () => 'own';`,
  'ui/b/b.ts': `
    import { list } from '../../ab.ts';
    import { bc } from '../../bc.ts';
    export const b = () => { list.push('b'); return [bc(), list]; };`,
  'ui/c/c.ts': `
    import { ac } from '../../ac.ts';
    import { bc } from '../../bc.ts';
    export const c = () => [ac(), bc()];`,
  'ui/d/d.ts': `import { needsLarge } from '../../needsLarge.ts'; export const d = () => needsLarge();`,
  'ab.ts': `export const list = ['ab'];`,
  'ac.ts': `export const ac = () => 'ac'; export const unused = () => 'left out';`,
  'bc.ts': `export const bc = () => 'bc';`,
  'needsLarge.ts': `import { large } from './large.ts'; export const needsLarge = () => large.length;`,
  'large.ts': `export const large = ${JSON.stringify('-'.repeat(20_000))};`,
};

describe('bundling into few chunks', () => {
  let folder: string;
  let options: BuildOptions;
  let metafile: Metafile;
  let parts: Map<string, BundlePart>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'few-chunks-'));
    for (const [path, source] of Object.entries(sources)) {
      await mkdir(dirname(join(folder, 'src', path)), { recursive: true });
      await writeFile(join(folder, 'src', path), source);
    }
    options = {
      absWorkingDir: folder,
      entryPoints: ['src/extension.ts'],
      outdir: 'dist',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      logLevel: 'warning',
    };
    metafile = await bundleInFewChunks(options);
    parts = new Map(bundleParts(metafile.outputs).map((part) => [part.module, part]));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const modulesOf = (module: string): string[] =>
    [...(parts.get(module)?.modules ?? assert.fail(module))].filter((path) => path.startsWith('src/')).sort();
  const holding = (module: string): string[] =>
    Object.entries(metafile.outputs).flatMap(([path, { inputs }]) => (module in inputs ? [path] : []));

  it('makes fewer files than esbuild would, without copies', async () => {
    const plain = await build({ ...options, write: false, metafile: true });
    assert.ok(Object.keys(metafile.outputs).length < Object.keys(plain.metafile.outputs).length);
    for (const path of Object.keys(sources)) assert.equal(holding(`src/${path}`).length, 1, path);
  });

  it('puts what is small and shared into one file, which all load', () => {
    assert.deepEqual(holding('src/ab.ts'), holding('src/bc.ts'));
    assert.deepEqual(holding('src/ac.ts'), holding('src/bc.ts'));
    assert.deepEqual(modulesOf('src/ui/c/c.ts'), ['src/ab.ts', 'src/ac.ts', 'src/bc.ts', 'src/ui/c/c.ts']);
  });

  it('leaves what is large, or needs it, to those who use it', () => {
    assert.ok(modulesOf('src/ui/d/d.ts').includes('src/large.ts'));
    assert.ok(!modulesOf('src/ui/c/c.ts').some((path) => path === 'src/large.ts' || path === 'src/needsLarge.ts'));
  });

  it("leaves a feature's own to it", () => {
    assert.ok(modulesOf('src/ui/a/moreOfA.ts').includes('src/ui/a/own.ts'));
    assert.ok(!modulesOf('src/ui/b/b.ts').includes('src/ui/a/own.ts'));
  });

  it('makes what runs as the sources do', async () => {
    const loaded = (await import(join(folder, 'dist/extension.mjs'))) as Record<string, () => Promise<Modules>>;
    const run = async (part: string, name = part): Promise<unknown> => (await loaded[part]?.())?.[name]?.();
    assert.deepEqual(await run('a'), ['ac', 'own', 20_000]);
    assert.equal(await run('moreOfA', 'more'), 'own');
    assert.deepEqual(await run('b'), ['bc', ['ab', 'a', 'b']]);
    assert.deepEqual(await run('c'), ['ac', 'bc']);
    assert.equal(await run('d'), 20_000);
  });
});

type Modules = Readonly<Record<string, () => unknown>>;
