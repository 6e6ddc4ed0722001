import { isAboutService } from '../document/content.ts';
import { recognise, recogniseName } from '../document/recognise.ts';
import type { SiblingTask } from '../document/siblingFacts.ts';
import { hasPlaceholder } from '../document/placeholders.ts';
import { readEcspressoConfig } from './ecspressoConfig.ts';
import type { FileTree } from './neighbours.ts';
import { familyIn } from './serviceFile.ts';
import { baseName, folderOf, joinPath, type SiblingFile } from './siblingFile.ts';
import { mayBelongTogether, siblingKind } from './siblingName.ts';

const mostRead = 20;

/**
 * The task definition that a service definition runs: the one that an ecspresso configuration names with it, or the one beside it
 * of the same family; undefined where none is certain, or the file is no service definition.
 */
export async function taskBeside(
  tree: FileTree,
  own: { path: string; text: string },
  neighbours: readonly SiblingFile[],
): Promise<SiblingTask | undefined> {
  if (!isAboutService(recognise(own.path, own.text))) return undefined;
  const configs = neighbours.filter(({ path }) => siblingKind(path) === 'config').map(readEcspressoConfig);
  const named = configs.flatMap((config) =>
    config?.serviceDefinition === own.path ? (config.taskDefinition ?? []) : [],
  );
  const found = named.length > 0 ? await readTasks(tree, [...new Set(named)]) : await findBeside(tree, own);
  return found.length === 1 ? found[0] : undefined;
}

async function findBeside(tree: FileTree, own: { path: string; text: string }): Promise<SiblingTask[]> {
  const names = (await tree.list(folderOf(own.path))).filter((name) => recogniseName(name) === 'taskDefinition');
  const paths = names.slice(0, mostRead).map((name) => joinPath(folderOf(own.path), name));
  const tasks = await readTasks(tree, paths);
  const wanted = /"taskDefinition"\s*:\s*"([^"]*)"/.exec(own.text)?.[1];
  if (wanted === undefined || wanted === '' || hasPlaceholder(wanted))
    return tasks.filter(({ path }) => mayBelongTogether(baseName(path), baseName(own.path)));
  return tasks.filter(({ text }) => /"family"\s*:\s*"([^"]*)"/.exec(text)?.[1] === familyIn(wanted));
}

async function readTasks(tree: FileTree, paths: readonly string[]): Promise<SiblingTask[]> {
  const read = await Promise.all(
    paths.map(async (path): Promise<SiblingTask | undefined> => {
      const text = await tree.read(path);
      return text !== undefined && isOneTask(path, text) ? { path, text } : undefined;
    }),
  );
  return read.filter((one) => one !== undefined);
}

/** A list of containers is no whole task definition, and of several definitions in a file none is certain to be meant. */
function isOneTask(path: string, text: string): boolean {
  const kind = recognise(path, text);
  const isList = /^\uFEFF?\s*\[/.test(text);
  const count = text.match(/"containerDefinitions"\s*:/g)?.length ?? 0;
  return (kind === 'taskDefinition' || kind === 'wrapper') && !isList && count === 1;
}
