import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { templateEndings } from '../taskdef/document/fileNames.ts';
import { pathFrom, type Roots } from './diskTree.ts';

/** A file to be looked at. */
export interface Candidate {
  /** As the person would write it, from where the command runs. */
  path: string;
  /** Whether it was named itself; what a folder or a pattern brings in may be none of ours. */
  isNamed: boolean;
}

/** Folders in which nobody keeps what they deploy. */
const skipped = new Set(['.git', 'node_modules', '.terraform', '.venv', '__pycache__']);
const wanted = new RegExp(`\\.(?:jsonc?|${templateEndings.join('|')})$`, 'i');

/** The files that arguments mean: files, folders with all that is in them, and patterns such as `services/*.json`. */
export async function findFiles(
  patterns: readonly string[],
  cwd: string,
  roots: Roots,
): Promise<{ candidates: Candidate[]; unmatched: string[] }> {
  const unmatched: string[] = [];
  const found = new Map<string, Candidate>();
  for (const pattern of patterns) {
    const files = await filesFor(pattern, cwd, roots);
    if (files === undefined) unmatched.push(pattern);
    for (const candidate of files ?? []) {
      const known = found.get(candidate.path);
      if (!known || candidate.isNamed) found.set(candidate.path, candidate);
    }
  }
  return { candidates: [...found.values()], unmatched };
}

/** Undefined for a pattern that no file fits. */
async function filesFor(pattern: string, cwd: string, roots: Roots): Promise<Candidate[] | undefined> {
  const is = await stat(resolve(cwd, pattern)).catch(() => undefined);
  if (is?.isDirectory()) return (await walk(pattern, cwd, roots)).map((path) => ({ path, isNamed: false }));
  const { base, isGlob } = picomatch.scan(pattern.replaceAll('\\', '/'));
  // A name that is there is meant, whatever signs are in it.
  if (is || !isGlob) return [{ path: pattern, isNamed: true }];
  const matches = picomatch(pattern.replace(/^\.\//, ''), { dot: true });
  const files = (await walk(base || '.', cwd, roots, /./)).filter((path) => matches(path.replace(/^\.\//, '')));
  return files.length > 0 ? files.map((path) => ({ path, isNamed: false })) : undefined;
}

async function walk(start: string, cwd: string, roots: Roots, names = wanted): Promise<string[]> {
  const files: string[] = [];
  const root = roots.of(join(start, 'any')).folder;
  const visit = async (folder: string, ignored: readonly IgnoreFile[]): Promise<void> => {
    const entries = await readdir(resolve(cwd, folder), { withFileTypes: true }).catch(() => []);
    const own = await ignoreFileIn(resolve(cwd, folder));
    const rules = own ? [...ignored, own] : ignored;
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = start === '.' && folder === '.' ? entry.name : join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder ? skipped.has(entry.name) : !entry.isFile() || !names.test(entry.name)) continue;
      if (rules.some((rule) => rule.ignores(resolve(cwd, path), isFolder))) continue;
      if (isFolder) await visit(path, rules);
      else files.push(path.replaceAll('\\', '/'));
    }
  };
  await visit(start, await ignoreFilesAbove(resolve(cwd, start), root));
  return files;
}

/** One `.gitignore`, for the files below it. */
interface IgnoreFile {
  ignores(file: string, isFolder: boolean): boolean;
}

async function ignoreFileIn(folder: string): Promise<IgnoreFile | undefined> {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const rules: Ignore = ignore().add(text);
  return { ignores: (file, isFolder) => rules.ignores(pathFrom(folder, file) + (isFolder ? '/' : '')) };
}

async function ignoreFilesAbove(folder: string, root: string): Promise<IgnoreFile[]> {
  const found: IgnoreFile[] = [];
  for (let above = folder; above !== root && above.startsWith(root);) {
    above = resolve(above, '..');
    const file = await ignoreFileIn(above);
    if (file) found.unshift(file);
  }
  return found;
}
