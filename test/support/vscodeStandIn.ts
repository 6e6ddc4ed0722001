import { readdir, readFile, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import picomatch from 'picomatch';

/**
 * As much of the `vscode` module as commands need to run in plain Node: what they ask is answered by a script, what
 * they say is kept. Tests in a real window show that the real one behaves so.
 */

/** One thing that a command asked, and what the person may answer it with. */
export interface Asked {
  kind: 'pick' | 'input' | 'confirm';
  /** Title and place holder of a list, prompt of a box, message and detail of a question. */
  text: string;
  /** Labels of a list, buttons of a question. */
  choices: string[];
}

/** Everything that was asked and said, and who answers. */
export const stage = {
  /** Returns a label, a text or a button; undefined leaves the question. */
  answer: (_asked: Asked): string | undefined => undefined,
  asked: [] as Asked[],
  said: [] as { kind: 'information' | 'warning' | 'error'; text: string; buttons: string[] }[],
  /** Returns the button of a notification that is pressed. */
  press: (_buttons: readonly string[]): string | undefined => undefined,
  executed: [] as { command: string; args: unknown[] }[],
  /** The row of the view that has the focus, as far as VS Code knows it. */
  focusedRow: (): unknown => undefined,
  output: [] as string[],
  progress: [] as ShownProgress[],
  documents: new Map<string, string>(),
  /** Documents that were shown, in order. */
  shown: [] as Uri[],
  settings: {} as Record<string, unknown>,
  trusted: true,
  folder: '',
  panels: [] as StandInPanel[],
  problems: new Map<string, Diagnostic[]>(),
  /** What the language status shows, by id. */
  status: new Map<string, { text: string; detail?: string }>(),
  /** Changes settings as a person does, while the window is open. */
  configure(settings: Record<string, unknown>): void {
    const changed = new Set([...Object.keys(stage.settings), ...Object.keys(settings)]);
    stage.settings = settings;
    configured.fire({ affectsConfiguration: (id) => changed.has(id) });
  },
  clear(): void {
    const { asked, said, executed, output, panels, progress, shown } = stage;
    for (const list of [asked, said, executed, output, panels, progress, shown]) list.length = 0;
    stage.answer = () => undefined;
    stage.press = () => undefined;
    stage.focusedRow = () => undefined;
    stage.settings = {};
    stage.trusted = true;
  },
};

/** What goes on, as the window shows it. */
export interface ShownProgress {
  title: string;
  cancellable: boolean;
  /** The last that was reported. */
  message: string;
  cancel(): void;
}

export interface StandInPanel {
  title: string;
  messages: unknown[];
  /** How often it was brought to the front. */
  revealed: number;
  webview: { html: string; options: { enableScripts?: boolean; localResourceRoots?: Uri[] } };
  receive(message: unknown): void;
  dispose(): void;
}

type Listener<T> = (value: T) => void;

export class EventEmitter<T> {
  #listeners = new Set<Listener<T>>();
  readonly event = (listener: Listener<T>) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class Disposable {
  readonly dispose: () => void;
  constructor(dispose: () => void) {
    this.dispose = dispose;
  }
  static from(...all: { dispose(): void }[]): Disposable {
    return new Disposable(() => all.forEach((one) => one.dispose()));
  }
}

interface ConfigurationChange {
  affectsConfiguration(id: string): boolean;
}

const configured = new EventEmitter<ConfigurationChange>();

export class CancellationError extends Error {}

export class Uri {
  readonly scheme: string;
  readonly path: string;
  constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }
  static file(path: string): Uri {
    return new Uri('file', path);
  }
  static parse(text: string): Uri {
    const { protocol, pathname } = new URL(text);
    return new Uri(protocol.slice(0, -1), pathname);
  }
  static from({ scheme, path }: { scheme: string; path: string }): Uri {
    return new Uri(scheme, path);
  }
  static joinPath(uri: Uri, ...parts: string[]): Uri {
    const url = new URL(parts.join('/'), pathToFileURL(uri.path.endsWith('/') ? uri.path : `${uri.path}/`));
    const path = fileURLToPath(url);
    return Uri.file(path.length > 1 ? path.replace(/\/$/, '') : path);
  }
  get fsPath(): string {
    return this.path;
  }
  toString(): string {
    return `${this.scheme}:${this.path}`;
  }
}

export const ProgressLocation = { Notification: 15, Window: 10, SourceControl: 1 };
export const QuickPickItemKind = { Separator: -1, Default: 0 };
export const QuickInputButtons = { Back: {} };
export const ViewColumn = { Active: -1, Beside: -2 };
export const FileType = { File: 1, Directory: 2 };
export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 };
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };

export class Range {
  readonly start: { line: number; character: number };
  readonly end: { line: number; character: number };
  constructor(start: { line: number; character: number }, end: { line: number; character: number }) {
    this.start = start;
    this.end = end;
  }
  /** Of ranges in one line of which neither holds the other it is told by their lines alone. */
  intersection(other: Range): Range | undefined {
    return other.start.line <= this.end.line && other.end.line >= this.start.line ? this : undefined;
  }
}

export class TextEdit {
  readonly range: Range;
  readonly newText: string;
  constructor(range: Range, newText: string) {
    this.range = range;
    this.newText = newText;
  }
  static replace(range: Range, newText: string): TextEdit {
    return new TextEdit(range, newText);
  }
}

export class WorkspaceEdit {
  readonly texts = new Map<string, string>();
  replace(uri: Uri, _range: Range, text: string): void {
    this.texts.set(uri.path, text);
  }
}

export class CodeAction {
  readonly title: string;
  readonly kind: string;
  constructor(title: string, kind: string) {
    this.title = title;
    this.kind = kind;
  }
}
export const CodeActionKind = { QuickFix: 'quickfix' };

export class CodeLens {
  readonly range: Range;
  readonly command: { title: string; command: string };
  constructor(range: Range, command: { title: string; command: string }) {
    this.range = range;
    this.command = command;
  }
}

export class Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly severity: number;
  source = '';
  constructor(range: Range, message: string, severity: number) {
    this.range = range;
    this.message = message;
    this.severity = severity;
  }
}

export class Location {
  readonly uri: Uri;
  readonly range: Range;
  constructor(uri: Uri, range: Range) {
    this.uri = uri;
    this.range = range;
  }
}
export class DiagnosticRelatedInformation {
  readonly location: Location;
  readonly message: string;
  constructor(location: Location, message: string) {
    this.location = location;
    this.message = message;
  }
}

export class RelativePattern {
  readonly pattern: string;
  constructor(_folder: unknown, pattern: string) {
    this.pattern = pattern;
  }
}

export const languages = {
  match: ({ pattern }: { pattern: string | RelativePattern }, { uri }: { uri: Uri }) =>
    picomatch(typeof pattern === 'string' ? pattern : pattern.pattern)(workspace.asRelativePath(uri)) ? 10 : 0,
  createDiagnosticCollection: () => ({
    set: (uri: Uri, problems: Diagnostic[]) => stage.problems.set(uri.path, problems),
    delete: (uri: Uri) => stage.problems.delete(uri.path),
    dispose: () => undefined,
  }),
  registerCodeActionsProvider: () => ({ dispose: () => undefined }),
  createLanguageStatusItem: (id: string) => {
    const item = { id, text: '', dispose: () => stage.status.delete(id) };
    stage.status.set(id, item);
    return item;
  },
};

export class Task {
  readonly source = 'ecs';
}
export class CustomExecution {
  readonly kind = 'custom';
}
export const TaskScope = { Global: 1, Workspace: 2 };
export const tasks = { registerTaskProvider: () => ({ dispose: () => undefined }) };

export const l10n = {
  t: (text: string, ...args: unknown[]): string =>
    text.replaceAll(/\{(\d+)\}/g, (_match, index: string) => String(args[Number(index)])),
};

type Item = string | { label: string; description?: string; kind?: number };

const labelOf = (item: Item): string => (typeof item === 'string' ? item : item.label);

function ask(asked: Asked): string | undefined {
  stage.asked.push(asked);
  return stage.answer(asked);
}

async function showMessage(
  kind: 'information' | 'warning' | 'error',
  text: string,
  rest: unknown[],
): Promise<string | undefined> {
  const [first, ...others] = rest;
  const options = typeof first === 'object' ? (first as { modal?: boolean; detail?: string }) : undefined;
  const buttons = (options ? others : rest) as string[];
  if (options?.modal) return ask({ kind: 'confirm', text: `${text}\n${options.detail ?? ''}`, choices: buttons });
  stage.said.push({ kind, text, buttons });
  return stage.press(buttons);
}

export const window = {
  activeTextEditor: undefined as { document: unknown } | undefined,
  onDidChangeActiveTextEditor: () => ({ dispose: () => undefined }),
  async showQuickPick(
    items: Item[] | Promise<Item[]>,
    options: { title?: string; placeHolder?: string; canPickMany?: boolean } = {},
  ) {
    const all = (await items).filter((item) => typeof item === 'string' || item.kind !== QuickPickItemKind.Separator);
    const text = `${options.title ?? ''}: ${options.placeHolder ?? ''}`;
    const label = ask({
      kind: 'pick',
      text,
      choices: options.canPickMany ? [all.map(labelOf).join(', ')] : all.map(labelOf),
    });
    // Of a list with boxes the answer names those that stay ticked.
    if (options.canPickMany) return label && all.filter((item) => label.split(', ').includes(labelOf(item)));
    return all.find((item) => labelOf(item) === label);
  },
  async showInputBox(options: {
    prompt?: string;
    value?: string;
    validateInput?: (text: string) => string | undefined;
  }) {
    const text = ask({ kind: 'input', text: options.prompt ?? '', choices: [options.value ?? ''] });
    const problem = text === undefined ? undefined : options.validateInput?.(text);
    if (problem) throw new Error(`The box refuses ${text}: ${problem}`);
    return text;
  },
  createQuickPick: () => makeQuickInput(true),
  createInputBox: () => makeQuickInput(false),
  showInformationMessage: (text: string, ...rest: unknown[]) => showMessage('information', text, rest),
  showWarningMessage: (text: string, ...rest: unknown[]) => showMessage('warning', text, rest),
  showErrorMessage: (text: string, ...rest: unknown[]) => showMessage('error', text, rest),
  withProgress: (
    { title = '', cancellable = false }: { title?: string; cancellable?: boolean },
    task: (progress: { report(value: { message?: string }): void }, token: object) => Promise<unknown>,
  ) => {
    const cancelled = new EventEmitter<void>();
    const shown: ShownProgress = { title, cancellable, message: '', cancel: () => cancelled.fire() };
    stage.progress.push(shown);
    const report = (value: { message?: string }): void => {
      shown.message = value.message ?? shown.message;
      stage.output.push(JSON.stringify(value));
    };
    return task({ report }, { isCancellationRequested: false, onCancellationRequested: cancelled.event });
  },
  createOutputChannel: () => ({
    appendLine: (line: string) => stage.output.push(line),
    show: () => undefined,
    dispose: () => undefined,
  }),
  createWebviewPanel: () => makePanel(),
  showTextDocument: async (document: { uri: Uri }) => void stage.shown.push(document.uri),
  setStatusBarMessage: (text: string) => void stage.said.push({ kind: 'information', text, buttons: [] }),
};

/** A pick or box that is answered as soon as it is shown and, of a pick, its list is there. */
function makeQuickInput(isPick: boolean) {
  const accepted = new EventEmitter<void>();
  const hidden = new EventEmitter<void>();
  const input = {
    title: '',
    placeholder: '',
    prompt: '',
    value: '',
    items: [] as Item[],
    selectedItems: [] as Item[],
    busy: false,
    canSelectMany: false,
    validationMessage: undefined as string | undefined,
    onDidTriggerButton: () => ({ dispose: () => undefined }),
    onDidAccept: accepted.event,
    onDidHide: hidden.event,
    isShown: false,
    hide: () => {
      if (!input.isShown) return;
      input.isShown = false;
      hidden.fire();
    },
    show: () => {
      input.isShown = true;
      void answerQuickInput();
    },
    dispose: () => undefined,
  };
  const answerQuickInput = async (): Promise<void> => {
    while (input.busy && input.isShown) await new Promise((resolve) => setImmediate(resolve));
    if (!input.isShown) return;
    const { title, placeholder: placeHolder, canSelectMany: canPickMany, prompt, value } = input;
    const answer = isPick
      ? await window.showQuickPick(input.items, { title, placeHolder, canPickMany })
      : await window.showInputBox({ prompt, value });
    if (answer === undefined) return input.hide();
    if (isPick) input.selectedItems = [answer].flat();
    else input.value = answer as string;
    accepted.fire();
    if (input.isShown) throw new Error(`It is refused: ${input.validationMessage ?? input.placeholder}`);
  };
  return input;
}

function makePanel() {
  const received = new EventEmitter<unknown>();
  const disposed = new EventEmitter<void>();
  const panel = {
    title: '',
    messages: [] as unknown[],
    revealed: 0,
    receive: (message: unknown) => received.fire(message),
    webview: {
      html: '',
      options: {},
      cspSource: 'https://webview.test',
      asWebviewUri: (uri: Uri) => `https://webview.test${uri.path}`,
      onDidReceiveMessage: received.event,
      postMessage: async (message: unknown) => panel.messages.push(message),
    },
    onDidDispose: disposed.event,
    reveal: () => panel.revealed++,
    dispose: () => disposed.fire(),
  };
  stage.panels.push(panel);
  return panel;
}

export const env = { clipboard: { writeText: async (text: string) => void stage.output.push(text) } };

export class MarkdownString {
  value: string;
  constructor(value = '') {
    this.value = value;
  }
  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
  /** As the real one: nothing in the text is Markdown, and each of its lines is a paragraph. */
  appendText(text: string): this {
    return this.appendMarkdown(text.replaceAll(/[\\`*_{}[\]()#+\-!~>|<]/g, String.raw`\$&`).replaceAll('\n', '\n\n'));
  }
}
export class ThemeColor {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}
export class ThemeIcon extends ThemeColor {}
export class TreeItem {
  readonly label: string;
  readonly collapsibleState: number;
  constructor(label: string, collapsibleState = 0) {
    this.label = label;
    this.collapsibleState = collapsibleState;
  }
}
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };

const registered = new Map<string, (...args: unknown[]) => unknown>();

export const commands = {
  registerCommand: (id: string, run: (...args: unknown[]) => unknown) => {
    registered.set(id, run);
    return { dispose: () => registered.delete(id) };
  },
  executeCommand: async (command: string, ...args: unknown[]) => {
    stage.executed.push({ command, args });
    if (command === 'runCommands') await runCommands(args[0] as Parameters<typeof runCommands>[0]);
    else await registered.get(command)?.(...args);
  },
};

const opened = new EventEmitter<unknown>();
const saved = new EventEmitter<unknown>();
const closed = new EventEmitter<unknown>();

/** What happens to documents, as a person does it. */
export const documentEvents = { opened, saved, closed };
/** Calls commands over the window's other process, which puts the focused row where that is asked for. */
async function runCommands(wish: { commands: { command: string; args: { $focusedTreeItem?: boolean }[] }[] }) {
  for (const { command, args } of wish.commands) {
    await registered.get(command)?.(...args.map((one) => (one.$focusedTreeItem ? stage.focusedRow() : one)));
  }
}

export const workspace = {
  textDocuments: [] as unknown[],
  onDidOpenTextDocument: opened.event,
  get isTrusted() {
    return stage.trusted;
  },
  get workspaceFolders() {
    return stage.folder ? [{ uri: Uri.file(stage.folder) }] : undefined;
  },
  getWorkspaceFolder: () => (stage.folder ? { uri: Uri.file(stage.folder) } : undefined),
  asRelativePath: (uri: Uri) => (stage.folder ? relative(stage.folder, uri.path) : uri.path),
  getConfiguration: () => ({
    get: (id: string) => stage.settings[id],
    inspect: (id: string) => ({ globalValue: stage.settings[id] }),
  }),
  onDidGrantWorkspaceTrust: () => ({ dispose: () => undefined }),
  applyEdit: async ({ texts }: WorkspaceEdit) => {
    for (const [path, text] of texts) stage.documents.set(path, text);
    return true;
  },
  onDidChangeConfiguration: (listener: (change: ConfigurationChange) => void) => configured.event(listener),
  onDidChangeTextDocument: () => ({ dispose: () => undefined }),
  onDidCloseTextDocument: closed.event,
  onDidSaveTextDocument: saved.event,
  createFileSystemWatcher: () => {
    const event = () => ({ dispose: () => undefined });
    return { onDidChange: event, onDidCreate: event, onDidDelete: event, dispose: () => undefined };
  },
  fs: {
    readFile: async (uri: Uri) => new Uint8Array(await readFile(uri.path)),
    stat: async (uri: Uri) => stat(uri.path),
    readDirectory: async (uri: Uri) =>
      (await readdir(uri.path, { withFileTypes: true })).map((entry) => [
        entry.name,
        entry.isDirectory() ? FileType.Directory : FileType.File,
      ]),
  },
  openTextDocument: async (uri: Uri) => {
    const written = stage.documents.get(uri.path) ?? (uri.scheme === 'untitled' ? '' : undefined);
    const text = written ?? (await readFile(uri.path, 'utf8'));
    const positionAt = (offset: number) => {
      const lines = text.slice(0, offset).split('\n');
      return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    };
    return { uri, languageId: 'json', version: 1, getText: () => text, positionAt };
  },
  registerTextDocumentContentProvider: (
    _scheme: string,
    provider: { provideTextDocumentContent(uri: Uri): string },
  ) => {
    contents = provider;
    return { dispose: () => undefined };
  },
};

let contents: { provideTextDocumentContent(uri: Uri): string } | undefined;

/** What an editor would show behind a URI of ours. */
export function virtualText(uri: unknown): string {
  return contents?.provideTextDocumentContent(uri as Uri) ?? '';
}
