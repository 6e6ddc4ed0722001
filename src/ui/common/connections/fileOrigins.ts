import { type Disposable, EventEmitter, type Memento, type TextDocument, type Uri, workspace } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { type ConnectionChoice, toChoice } from './connectionChoice.ts';

const memoryKey = 'fileOrigins';

/** How many files and sides of diffs are remembered, beside new files. */
const limit = 200;

/**
 * The connections that documents were opened from, and go back to: whatever else is active meanwhile. A new file keeps
 * its own over a reload, as VS Code keeps the file, and hands it on to the file as which it is saved.
 */
export class FileOrigins implements Disposable {
  readonly #memory: Pick<Memento, 'get' | 'update'> | undefined;
  readonly #origins = new Map<string, ConnectionChoice>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];

  /** Fires when a document that may be open already has another origin. */
  readonly onDidChange = this.#changed.event;

  constructor(memory?: Pick<Memento, 'get' | 'update'>) {
    this.#memory = memory;
    for (const [key, choice] of Object.entries(memory?.get<Record<string, unknown>>(memoryKey) ?? {})) {
      const known = toOrigin(choice);
      if (known) this.#origins.set(key, known);
    }
    this.#subscriptions = [
      this.#changed,
      workspace.onDidSaveTextDocument((document) => this.#inherit(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    ];
  }

  /** The connection that a document came from; undefined for what nobody opened from one. */
  get(uri: Uri): ConnectionChoice | undefined {
    return this.#origins.get(uri.toString());
  }

  get all(): ConnectionChoice[] {
    return [...this.#origins.values()];
  }

  /** Remembers where a document comes from; said before it is opened. */
  set(uri: Uri, { spec }: Connection): void {
    this.#keep(uri, { profile: spec.profile ?? '', region: spec.region });
    // Under the name of a new file there may have been another before.
    if (uri.scheme === 'untitled') this.#changed.fire();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** What a new file is saved as has its text, while the new one is still there. */
  #inherit(document: TextDocument): void {
    if (document.uri.scheme === 'untitled' || this.get(document.uri)) return;
    const parent = workspace.textDocuments.find(
      (other) =>
        other.uri.scheme === 'untitled' && this.get(other.uri) !== undefined && other.getText() === document.getText(),
    );
    const origin = parent && this.get(parent.uri);
    if (!origin) return;
    this.#keep(document.uri, origin);
    this.#changed.fire();
  }

  #forget({ uri }: TextDocument): void {
    const key = uri.toString();
    // Another language is told as a closing, too.
    const isOpen = workspace.textDocuments.some((other) => other.uri.toString() === key);
    if (isNew(key) && !isOpen && this.#origins.delete(key)) this.#save();
  }

  #keep(uri: Uri, choice: ConnectionChoice): void {
    const key = uri.toString();
    this.#origins.delete(key);
    this.#origins.set(key, choice);
    const others = [...this.#origins.keys()].filter((one) => !isNew(one));
    for (const oldest of others.slice(0, Math.max(0, others.length - limit))) this.#origins.delete(oldest);
    this.#save();
  }

  #save(): void {
    const lasting = [...this.#origins].filter(([key]) => isNew(key));
    void this.#memory?.update(memoryKey, Object.fromEntries(lasting));
  }
}

/** Whether it stands for a file that was never saved. */
function isNew(key: string): boolean {
  return key.startsWith('untitled:');
}

/** Of what was stored; the profile of the environment's own credentials is empty. */
function toOrigin(stored: unknown): ConnectionChoice | undefined {
  const choice = toChoice(stored);
  if (choice || typeof stored !== 'object' || stored === null) return choice;
  const { profile, region } = stored as Record<string, unknown>;
  return profile === '' && typeof region === 'string' ? { profile, region } : undefined;
}
