import { type Disposable, EventEmitter, FileType, type TextDocument, Uri, workspace } from 'vscode';
import { templateEndings } from '../../../taskdef/document/fileNames.ts';
import type { SiblingFacts } from '../../../taskdef/document/siblingFacts.ts';
import type { FileTree } from '../../../taskdef/siblings/neighbours.ts';
import { siblingKind } from '../../../taskdef/siblings/siblingName.ts';

/** Of files that may say something. */
const endings = ['yml', 'yaml', 'json', 'jsonc', 'jsonnet', 'sh', 'mk', ...templateEndings];
const watched = `**/{${endings.map((ending) => `*.${ending}`).join(',')},Makefile,Jenkinsfile,justfile}`;
/** What is longer is no configuration that a person wrote. */
const longestNeighbour = 262_144;
const mostDocuments = 100;
/** Milliseconds after a change before files are read again: tools write several at once. */
const pause = 250;

interface Entry {
  facts: SiblingFacts | undefined;
  /** The folder beside whose files the document stands, and the family it had when they were read. */
  document: TextDocument;
  /** Where its repository begins, once that is known. */
  root: Uri | undefined;
  /** The files that were read. */
  files: ReadonlySet<string>;
  stale: boolean;
  /** Ends when its files have been read. */
  reading: Promise<void> | undefined;
}

/**
 * What service definitions, AppSpecs, workflows and ecspresso configurations beside open task definitions say about them.
 * Answers from memory; files are read in the background and watched.
 */
export class SiblingFiles implements Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #disposed = false;

  /** Fires when something else is known than before. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = workspace.createFileSystemWatcher(watched);
    const look = (uri: Uri): void => this.#fileChanged(uri);
    this.#subscriptions = [
      this.#changed,
      watcher,
      watcher.onDidChange(look),
      watcher.onDidCreate(look),
      watcher.onDidDelete(look),
      // In folders that are not watched, because they are excluded or new within a new one.
      workspace.onDidSaveTextDocument(({ uri }) => look(uri)),
      workspace.onDidCloseTextDocument((document) => this.#entries.delete(document.uri.toString())),
    ];
  }

  /** What is known about a document by now; undefined until its siblings have been read. */
  factsFor(document: TextDocument): SiblingFacts | undefined {
    return this.#entryFor(document)?.facts;
  }

  /** Ends when what is known about a document is true by now. */
  async settle(document: TextDocument): Promise<void> {
    const entry = this.#entryFor(document);
    await entry?.reading;
    // Changed while it was read; once more, since a file may be written all the time.
    if (entry?.stale) await this.#entryFor(document)?.reading;
  }

  #entryFor(document: TextDocument): Entry | undefined {
    if (document.isUntitled || !workspace.getWorkspaceFolder(document.uri)) return undefined;
    const key = document.uri.toString();
    const known = this.#entries.get(key);
    const entry = known ?? {
      facts: undefined,
      document,
      root: undefined,
      files: new Set<string>(),
      stale: true,
      reading: undefined,
    };
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > mostDocuments && oldest !== undefined) this.#entries.delete(oldest);
    this.#readIfStale(key, entry);
    return entry;
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #fileChanged(uri: Uri): void {
    let stale = false;
    for (const { document, files, root } of this.#entries.values()) {
      if (root && !files.has(uri.toString()) && !mayConcern(uri, document.uri, root)) continue;
      this.#entries.get(document.uri.toString())!.stale = true;
      stale = true;
    }
    // Not begun anew by a further change: a file that is written all the time would never be read.
    if (stale) this.#timer ??= setTimeout(() => this.#readStale(), pause);
  }

  #readStale(): void {
    this.#timer = undefined;
    for (const [key, entry] of this.#entries) this.#readIfStale(key, entry);
  }

  #readIfStale(key: string, entry: Entry): void {
    if (entry.stale && !entry.reading) entry.reading = this.#read(key, entry);
  }

  async #read(key: string, entry: Entry): Promise<void> {
    entry.stale = false;
    const { uri } = entry.document;
    const tree = await WorkspaceTree.around(uri);
    entry.root = tree.root;
    // The readers come with a YAML parser: they are loaded when there is something to read for.
    const { Surroundings } = await import('../../../taskdef/siblings/surroundings.ts');
    const surroundings = new Surroundings(tree, tree.isRepository);
    const { facts, asked } = await surroundings.of(pathUnder(tree.root, uri), entry.document.getText());
    entry.files = new Set(asked.map((path) => Uri.joinPath(tree.root, path).toString()));
    entry.reading = undefined;
    if (this.#disposed || this.#entries.get(key) !== entry) return;
    const isNew = JSON.stringify(facts) !== JSON.stringify(entry.facts ?? nothing);
    entry.facts = facts;
    if (isNew) this.#changed.fire();
    // Changed while it was read.
    if (entry.stale) this.#timer ??= setTimeout(() => this.#readStale(), pause);
  }
}

const nothing: SiblingFacts = { services: [], renderedContainers: [] };

/** The repository of a document as the readers see it, through VS Code's own file system. */
class WorkspaceTree implements FileTree {
  readonly root: Uri;
  readonly isRepository: boolean;

  constructor(root: Uri, isRepository: boolean) {
    this.root = root;
    this.isRepository = isRepository;
  }

  /** That of the repository in which a file lies, which may begin above the folder that is open; else that of this folder. */
  static async around(uri: Uri): Promise<WorkspaceTree> {
    const opened = workspace.getWorkspaceFolder(uri)?.uri ?? folderOf(uri);
    let unpacked: Uri | undefined;
    for (let folder = folderOf(uri); ; folder = folderOf(folder)) {
      if (await isThere(Uri.joinPath(folder, '.git'))) return new WorkspaceTree(folder, true);
      // A repository without its history.
      if (!unpacked && (await isThere(Uri.joinPath(folder, '.github')))) unpacked = folder;
      const isOutside = folder.path.length <= opened.path.length && uri.scheme !== 'file';
      if (isOutside || folder.path === folderOf(folder).path) break;
    }
    return new WorkspaceTree(unpacked ?? opened, unpacked !== undefined);
  }

  async list(folder: string): Promise<string[]> {
    const uri = Uri.joinPath(this.root, folder);
    // Reading a folder that is not there would be written to VS Code's log.
    if (!(await isThere(uri))) return [];
    try {
      const entries = await workspace.fs.readDirectory(uri);
      return entries.map(([name, type]) => ((type & FileType.Directory) === 0 ? name : `${name}/`));
    } catch {
      return [];
    }
  }

  async read(path: string): Promise<string | undefined> {
    const uri = Uri.joinPath(this.root, path);
    try {
      if ((await workspace.fs.stat(uri)).size > longestNeighbour) return undefined;
      return new TextDecoder().decode(await workspace.fs.readFile(uri));
    } catch {
      return undefined;
    }
  }
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Whether a file that changed may say something about a document beside which it was not found before. */
function mayConcern(changed: Uri, document: Uri, root: Uri): boolean {
  const path = pathUnder(root, changed);
  const kind = siblingKind(path);
  if (kind === undefined) return false;
  if (kind === 'workflow' || kind === 'steps') return changed.path.startsWith(`${root.path}/`) || root.path === '/';
  const [folder, own] = [folderOf(changed).path, folderOf(document).path];
  return folder === own || (kind !== 'service' && own.startsWith(folder === '/' ? folder : `${folder}/`));
}

/** The path of a file from the root of its repository. */
function pathUnder(root: Uri, uri: Uri): string {
  return uri.path.slice(root.path === '/' ? 1 : root.path.length + 1);
}

function folderOf(uri: Uri): Uri {
  return Uri.joinPath(uri, '..');
}
