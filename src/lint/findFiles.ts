import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { templateEndings } from '../taskdef/document/fileNames.ts';
import { pathFrom, readIfThere, type Roots } from './diskTree.ts';

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
export function findFiles(
  patterns: readonly string[],
  cwd: string,
  roots: Roots,
): { candidates: Candidate[]; unmatched: string[] } {
  const unmatched: string[] = [];
  const found = new Map<string, Candidate>();
  for (const pattern of patterns) {
    const files = filesFor(pattern, cwd, roots);
    if (files === undefined) unmatched.push(pattern);
    for (const candidate of files ?? []) {
      const known = found.get(candidate.path);
      if (!known || candidate.isNamed) found.set(candidate.path, candidate);
    }
  }
  return { candidates: [...found.values()], unmatched };
}

/** Undefined for a pattern that no file fits. */
function filesFor(pattern: string, cwd: string, roots: Roots): Candidate[] | undefined {
  const is = statSync(resolve(cwd, pattern), { throwIfNoEntry: false });
  if (is?.isDirectory()) return walk(pattern, cwd, roots).map((path) => ({ path, isNamed: false }));
  const { base, isGlob } = picomatch.scan(pattern.replaceAll('\\', '/'));
  // A name that is there is meant, whatever signs are in it.
  if (is || !isGlob) return [{ path: pattern, isNamed: true }];
  const matches = picomatch(pattern.replace(/^\.\//, ''), { dot: true });
  const files = walk(base || '.', cwd, roots, /./).filter((path) => matches(path.replace(/^\.\//, '')));
  return files.length > 0 ? files.map((path) => ({ path, isNamed: false })) : undefined;
}

function walk(start: string, cwd: string, roots: Roots, names = wanted): string[] {
  const files: string[] = [];
  const root = roots.of(join(start, 'any')).folder;
  const visit = (folder: string, above: readonly IgnoreFile[]): void => {
    const entries = listed(resolve(cwd, folder));
    const own = entries.some(({ name }) => name === '.gitignore') ? ignoreFileIn(resolve(cwd, folder)) : undefined;
    const rules = own ? [...above, own] : above;
    for (const entry of entries) {
      const path = folder === '.' ? entry.name : join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder ? skipped.has(entry.name) : !entry.isFile() || !names.test(entry.name)) continue;
      if (rules.some((rule) => rule.ignores(resolve(cwd, path), isFolder))) continue;
      if (isFolder) visit(path, rules);
      else files.push(path.replaceAll('\\', '/'));
    }
  };
  visit(start, ignoreFilesAbove(resolve(cwd, start), root));
  return files;
}

function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // What may not be read is passed over, as other tools that look through folders do.
    return [];
  }
}

/** One `.gitignore`, for the files below it. */
interface IgnoreFile {
  ignores(file: string, isFolder: boolean): boolean;
}

function ignoreFileIn(folder: string): IgnoreFile | undefined {
  const text = readIfThere(join(folder, '.gitignore'));
  if (text === undefined) return undefined;
  const rules: Ignore = ignore().add(text);
  return { ignores: (file, isFolder) => rules.ignores(pathFrom(folder, file) + (isFolder ? '/' : '')) };
}

function ignoreFilesAbove(folder: string, root: string): IgnoreFile[] {
  const found: IgnoreFile[] = [];
  for (let above = folder; above !== root && above.startsWith(root);) {
    above = resolve(above, '..');
    const file = ignoreFileIn(above);
    if (file) found.unshift(file);
  }
  return found;
}
