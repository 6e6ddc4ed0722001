import { type Disposable, EventEmitter, FileType, type TextDocument, Uri, workspace } from 'vscode';
import { templateEndings } from '../../../taskdef/document/fileNames.ts';
import type { SiblingFacts } from '../../../taskdef/document/siblingFacts.ts';
import type { OwnFile } from '../../../taskdef/siblings/readSiblings.ts';
import { baseName, type SiblingFile } from '../../../taskdef/siblings/siblingFile.ts';
import { siblingKind } from '../../../taskdef/siblings/siblingName.ts';

/** Of files that may say something. */
const endings = ['yml', 'yaml', 'json', 'jsonc', ...templateEndings];
/** Bounds, so that a huge repository costs no more than a small one. */
const mostFiles = 40;
const longestFile = 262_144;
const mostDocuments = 100;
/** Milliseconds after a change before files are read again: tools write several at once. */
const pause = 250;

interface Entry {
  facts: SiblingFacts | undefined;
  /** The folder beside whose files the document stands, and the family it had when they were read. */
  document: TextDocument;
  /** Paths of the files that were read. */
  paths: ReadonlySet<string>;
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
    const watcher = workspace.createFileSystemWatcher(`**/*.{${endings.join(',')}}`);
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
    const entry = known ?? { facts: undefined, document, paths: new Set(), stale: true, reading: undefined };
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
    const folder = folderOf(uri).toString();
    const told = siblingKind(nameOf(uri)) !== undefined;
    let stale = false;
    for (const entry of this.#entries.values()) {
      const beside = told && folder === folderOf(entry.document.uri).toString();
      if (!beside && !isWorkflow(uri) && !entry.paths.has(pathOf(uri))) continue;
      entry.stale = true;
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
    const files = await readFiles(uri);
    entry.paths = new Set(files.map(({ path }) => path));
    const family = /"family"\s*:\s*"([\w-]+)"/.exec(entry.document.getText())?.[1];
    const facts = await factsIn(files, { path: pathOf(uri), family });
    entry.reading = undefined;
    if (this.#disposed || this.#entries.get(key) !== entry) return;
    const isNew = JSON.stringify(facts) !== JSON.stringify(entry.facts ?? nothing);
    entry.facts = facts;
    if (isNew) this.#changed.fire();
    // Changed while it was read.
    if (entry.stale) this.#timer ??= setTimeout(() => this.#readStale(), pause);
  }
}

/** The readers come with a YAML parser: they are loaded when there is something to read. */
async function factsIn(files: readonly SiblingFile[], own: OwnFile): Promise<SiblingFacts> {
  if (files.length === 0) return nothing;
  const { readSiblings } = await import('../../../taskdef/siblings/readSiblings.ts');
  return readSiblings(files, own);
}

const nothing: SiblingFacts = { services: [], renderedContainers: [] };

/** The files that may say something about a document: beside it, and the workflows of its workspace folder. Never rejects. */
async function readFiles(uri: Uri): Promise<SiblingFile[]> {
  const folder = folderOf(uri);
  const root = workspace.getWorkspaceFolder(uri)?.uri ?? folder;
  const beside = await list(folder, (name) => siblingKind(name) !== undefined && name !== nameOf(uri));
  const workflows = await list(Uri.joinPath(root, '.github', 'workflows'), (name) => /\.ya?ml$/i.test(name));
  const read = await Promise.all([...beside, ...workflows].slice(0, mostFiles).map(readFile));
  const files = read.filter((file) => file !== undefined);
  return [...files, ...(await readNamed(files, uri))];
}

/** Service definitions that an ecspresso configuration names, whatever they are called. */
async function readNamed(files: readonly SiblingFile[], uri: Uri): Promise<SiblingFile[]> {
  const root = workspace.getWorkspaceFolder(uri)?.uri;
  const configs = files.filter(({ path }) => siblingKind(baseName(path)) === 'ecspresso');
  if (!root || configs.length === 0) return [];
  const { serviceFilesNamedBy } = await import('../../../taskdef/siblings/readSiblings.ts');
  const missing = serviceFilesNamedBy(configs).filter((path) => !files.some((file) => file.path === path));
  const read = await Promise.all(missing.slice(0, mostFiles).map((path) => readFile(Uri.joinPath(root, path))));
  return read.filter((file) => file !== undefined);
}

async function list(folder: Uri, isWanted: (name: string) => boolean): Promise<Uri[]> {
  try {
    // Reading a folder that is not there would be written to VS Code's log.
    await workspace.fs.stat(folder);
    const entries = await workspace.fs.readDirectory(folder);
    return entries
      .filter(([name, type]) => (type & FileType.Directory) === 0 && isWanted(name))
      .map(([name]) => Uri.joinPath(folder, name));
  } catch {
    return [];
  }
}

async function readFile(uri: Uri): Promise<SiblingFile | undefined> {
  try {
    if ((await workspace.fs.stat(uri)).size > longestFile) return undefined;
    return { path: pathOf(uri), text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    return undefined;
  }
}

function isWorkflow(uri: Uri): boolean {
  return /\/\.github\/workflows\/[^/]+\.ya?ml$/i.test(uri.path);
}

function pathOf(uri: Uri): string {
  return workspace.asRelativePath(uri, false);
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function folderOf(uri: Uri): Uri {
  return Uri.joinPath(uri, '..');
}
