import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FileTree } from '../taskdef/siblings/neighbours.ts';

/** What is longer is no configuration that a person wrote. */
const longestNeighbour = 262_144;

/**
 * The files below a folder of the disk, as those who look for neighbours see them. Read one after the other: of a thousand small files,
 * waiting for each takes longer than reading it.
 */
export function diskTree(root: string): FileTree {
  return {
    list(folder) {
      try {
        const entries = readdirSync(join(root, folder), { withFileTypes: true });
        return Promise.resolve(entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)));
      } catch {
        return Promise.resolve([]);
      }
    },
    read: (path) => Promise.resolve(readIfThere(join(root, path))),
  };
}

/** The text of a file; undefined where it is not there, or is too large to be read. */
export function readIfThere(file: string): string | undefined {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    return size === undefined || size > longestNeighbour ? undefined : readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A folder in which files are judged together: that of a repository, or what stands for it. */
export interface Root {
  folder: string;
  isRepository: boolean;
}

/** Where files are judged together. */
export class Roots {
  readonly #cwd: string;
  readonly #known = new Map<string, Root | undefined>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** The repository in which a file lies, also one that was unpacked without its history; else the folder in which the command runs, or the file's own. */
  of(file: string): Root {
    const folder = dirname(resolve(this.#cwd, file));
    const repository = this.#repositoryAbove(folder, '.git') ?? this.#repositoryAbove(folder, '.github');
    if (repository) return repository;
    const isBelow = folder === this.#cwd || folder.startsWith(this.#cwd.endsWith(sep) ? this.#cwd : this.#cwd + sep);
    return { folder: isBelow ? this.#cwd : folder, isRepository: false };
  }

  #repositoryAbove(folder: string, mark: '.git' | '.github'): Root | undefined {
    const key = join(folder, mark);
    if (this.#known.has(key)) return this.#known.get(key);
    const above = dirname(folder);
    const isHere = existsSync(key);
    const isLast = above === folder;
    const found = isHere ? { folder, isRepository: true } : isLast ? undefined : this.#repositoryAbove(above, mark);
    this.#known.set(key, found);
    return found;
  }
}

/** A path as it is written in repositories: from a folder, with slashes. */
export function pathFrom(folder: string, file: string): string {
  return relative(folder, file).replaceAll(sep, '/');
}
