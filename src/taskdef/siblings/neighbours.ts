import { readEcspressoConfig } from './ecspressoConfig.ts';
import { folderOf, foldersAbove, joinPath, type SiblingFile } from './siblingFile.ts';
import { siblingKind } from './siblingName.ts';

/** The files of a repository, by whatever means they are read. Paths have slashes, and the root is ''. */
export interface FileTree {
  /** Names in a folder, those of folders with a slash behind them; none where it cannot be read. */
  list(folder: string): Promise<readonly string[]>;
  /** Undefined for a file that is not there, or is too large to say anything. */
  read(path: string): Promise<string | undefined>;
}

/** Bounds, so that a huge repository costs no more than a small one. */
const mostInFolder = 40;
const mostWorkflows = 100;
const mostNamed = 20;

/** Folders at the root in which scripts lie, and those of CI that are known by their folder. */
const scriptFolders = /^(?:scripts?|bin|ci|\.ci|deploy|deployment|build|tools|\.circleci|\.buildkite|\.woodpecker)\/$/;

/** Finds and reads the files that may say something about task definitions. Keeps what it has read: one serves for many files of a run. */
export class Neighbours {
  readonly #tree: FileTree;
  readonly #files = new Map<string, Promise<SiblingFile | undefined>>();
  readonly #folders = new Map<string, Promise<SiblingFile[]>>();
  #shared: Promise<SiblingFile[]> | undefined;

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  /** The files that may say something about one: beside it, in the folders above, and what the whole repository has. Never rejects. */
  async around(path: string): Promise<SiblingFile[]> {
    const own = folderOf(path);
    this.#shared ??= this.#readShared();
    const folders = foldersAbove(path).map((folder) => this.#readFolder(folder));
    const [shared, ...found] = await Promise.all([this.#shared, ...folders]);
    const near = found.flat().filter((file) => folderOf(file.path) === own || siblingKind(file.path) !== 'service');
    const files = new Map([...near, ...shared].map((file) => [file.path, file]));
    for (const file of await this.#readNamed([...files.values()])) files.set(file.path, file);
    files.delete(path);
    return [...files.values()];
  }

  #readFolder(folder: string): Promise<SiblingFile[]> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const reading = this.#readAll(folder, mostInFolder);
    this.#folders.set(folder, reading);
    return reading;
  }

  async #readAll(folder: string, most: number): Promise<SiblingFile[]> {
    const paths = (await this.#tree.list(folder))
      .filter((name) => !name.endsWith('/'))
      .map((name) => joinPath(folder, name));
    const kinds = new Map(paths.map((path) => [path, siblingKind(path)]));
    const wanted = paths.filter((path) => kinds.get(path) !== undefined);
    // A folder of manifests must not keep out what says more.
    const ordered = wanted.toSorted((a, b) => Number(kinds.get(a) === 'config') - Number(kinds.get(b) === 'config'));
    return this.#readPaths(ordered.slice(0, most));
  }

  /** Workflows, actions and scripts of the whole repository. */
  async #readShared(): Promise<SiblingFile[]> {
    const workflows = this.#readAll('.github/workflows', mostWorkflows);
    const actions = this.#tree
      .list('.github/actions')
      .then((names) =>
        this.#readPaths(names.slice(0, mostInFolder).flatMap((name) => actionFiles(joinPath('.github/actions', name)))),
      );
    const scripts = this.#tree
      .list('')
      .then((names) =>
        Promise.all(
          names.filter((name) => scriptFolders.test(name)).map((name) => this.#readFolder(name.slice(0, -1))),
        ),
      )
      .then((files) => files.flat().filter(({ path }) => siblingKind(path) === 'steps'));
    return (await Promise.all([workflows, actions, scripts])).flat();
  }

  /** What files name that say themselves what to read: services of ecspresso, its configurations, scripts and actions. */
  async #readNamed(files: readonly SiblingFile[]): Promise<SiblingFile[]> {
    const found: SiblingFile[] = [];
    let from = files;
    for (let round = 0; round < 2 && from.length > 0; round++) {
      const known = new Set([...files, ...found].map(({ path }) => path));
      const named = [...new Set(from.flatMap(pathsNamedIn))].filter((path) => !known.has(path));
      from = await this.#readPaths(named.slice(0, mostNamed));
      found.push(...from);
    }
    return found;
  }

  async #readPaths(paths: readonly string[]): Promise<SiblingFile[]> {
    const files = await Promise.all(paths.map((path) => this.#readFile(path)));
    return files.filter((file) => file !== undefined);
  }

  #readFile(path: string): Promise<SiblingFile | undefined> {
    const known = this.#files.get(path);
    if (known) return known;
    const reading = this.#tree.read(path).then((text) => (text === undefined ? undefined : { path, text }));
    this.#files.set(path, reading);
    return reading;
  }
}

const named = new WeakMap<SiblingFile, string[]>();

function pathsNamedIn(file: SiblingFile): string[] {
  const known = named.get(file);
  if (known) return known;
  const found = findNamed(file);
  named.set(file, found);
  return found;
}

function findNamed(file: SiblingFile): string[] {
  const kind = siblingKind(file.path);
  if (kind === 'config') return [readEcspressoConfig(file)?.serviceDefinition ?? []].flat();
  if (kind !== 'workflow' && kind !== 'steps') return [];
  const scripts = [...file.text.matchAll(/(?<![\w$}])(?:\.\/)?((?:[\w.-]+\/)*[\w.-]+\.sh)\b/g)].map(
    (match) => match[1]!,
  );
  const configs = /\becspresso\b/.test(file.text)
    ? [...file.text.matchAll(/--(?:config|envfile)[\s=]+["']?([\w./-]+\.(?:ya?ml|json|jsonnet))/g)].map(
        (match) => match[1]!,
      )
    : [];
  const actions = [...file.text.matchAll(/\buses:\s*["']?\.\/([\w./-]+)/g)].flatMap((match) =>
    /\.ya?ml$/.test(match[1]!) ? [] : actionFiles(match[1]!),
  );
  const folders = kind === 'workflow' ? [''] : ['', folderOf(file.path)];
  return [...scripts, ...configs].flatMap((path) => folders.map((folder) => joinPath(folder, path))).concat(actions);
}

function actionFiles(folder: string): string[] {
  return ['action.yml', 'action.yaml'].map((name) => joinPath(folder, name));
}
