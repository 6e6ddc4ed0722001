import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiblingFacts } from '../../../../src/taskdef/document/siblingFacts.ts';
import { readEcspressoConfig } from '../../../../src/taskdef/siblings/ecspressoConfig.ts';
import { readSiblings } from '../../../../src/taskdef/siblings/readSiblings.ts';
import { baseName, folderOf } from '../../../../src/taskdef/siblings/siblingFile.ts';
import { siblingKind } from '../../../../src/taskdef/siblings/siblingName.ts';

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

/** What the files beside one say, found as the editor finds them: in its folder, and among the workflows of its repository. */
export function siblingsOf({ path, text }: OwnFile): SiblingFacts {
  const [repository = ''] = path.split('/', 1);
  const inside = everyFile
    .filter((file) => file.path.startsWith(`${repository}/`) && file.path !== path)
    .map((file) => ({ path: file.path.slice(repository.length + 1), text: file.text }));
  const own = path.slice(repository.length + 1);
  const beside = inside.filter(
    (file) => folderOf(file.path) === folderOf(own) && siblingKind(baseName(file.path)) !== undefined,
  );
  const workflows = inside.filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file.path));
  const named = new Set(beside.flatMap((file) => readEcspressoConfig(file)?.serviceDefinition ?? []));
  const services = inside.filter((file) => named.has(file.path) && !beside.includes(file));
  return readSiblings([...beside, ...workflows, ...services], {
    path: own,
    family: /"family"\s*:\s*"([\w-]+)"/.exec(text)?.[1],
  });
}
