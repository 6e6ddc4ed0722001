import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiblingFacts } from '../../../../src/taskdef/document/siblingFacts.ts';
import type { FileTree } from '../../../../src/taskdef/siblings/neighbours.ts';
import { Surroundings } from '../../../../src/taskdef/siblings/surroundings.ts';
import { memoryTree } from '../../../support/memoryTree.ts';

const folder = join(import.meta.dirname, '../../../fixtures/taskdef');

/** A file of the corpus. */
export interface OwnFile {
  /** From the folder of the corpus, with slashes; its first part is the repository that it stands for. */
  readonly path: string;
  readonly text: string;
}

/** Every file of the corpus: task definitions, what lies beside them, and strangers. */
const everyFile: readonly OwnFile[] = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({
    path: path.slice(folder.length + 1).replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8'),
  }))
  .toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** The files that an editor opens as JSON or as a template of it; the others are there to be read beside them. */
export const ownFiles = everyFile.filter(({ path }) => /\.(?:jsonc?|jsonnet|tpl|tftpl|j2)$/.test(path));

/** One file by its path. */
export function ownFile(path: string): OwnFile {
  const file = everyFile.find((one) => one.path === path);
  if (!file) throw new Error(`There is no ${path} in the corpus.`);
  return file;
}

/** What the files beside one say, found as the editor finds them in a repository. */
export async function siblingsOf({ path, text }: OwnFile): Promise<SiblingFacts> {
  const [repository = ''] = path.split('/', 1);
  const surroundings = repositories.get(repository) ?? new Surroundings(treeOf(repository), true);
  repositories.set(repository, surroundings);
  return (await surroundings.of(path.slice(repository.length + 1), text)).facts;
}

const repositories = new Map<string, Surroundings>();

function treeOf(repository: string): FileTree {
  const inside = new Map(
    everyFile
      .filter((file) => file.path.startsWith(`${repository}/`))
      .map((file) => [file.path.slice(repository.length + 1), file.text]),
  );
  return memoryTree(inside);
}
