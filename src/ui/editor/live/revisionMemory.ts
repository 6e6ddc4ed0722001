import { type Disposable, EventEmitter, type TextDocument, type Uri, window, workspace } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { type DescribedTaskDefinition, fetchLatestRevision } from '../../../aws/read/taskDefinitions.ts';
import { familyOf } from '../../../ecs/arn.ts';
import type { Workbench } from '../../common/workbench.ts';
import type { FileConnections } from '../status/fileConnections.ts';
import { isTaskDefinition, readDocument } from '../../common/documents/readDocument.ts';

/** A family's newest revision; undefined when it has none. */
type Latest = DescribedTaskDefinition | undefined;

/** How many families are remembered of one connection. */
const limit = 100;

/** Milliseconds after which what is known is read again when somebody looks: others register and deregister, too. */
const freshFor = 60_000;

interface Known {
  latest: Latest;
  /** When it was read, in epoch milliseconds. */
  at: number;
}

/**
 * What the account holds of the families whose files are open. It is filled when a connection begins to work, a file is
 * shown or saved, somebody comes back to the window, and on refresh; never on a keystroke.
 */
export class RevisionMemory implements Disposable {
  readonly #connections: FileConnections;
  readonly #known = new WeakMap<Connection, Map<string, Known>>();
  /** Raised by each refresh: what was read before it is read again when somebody looks. */
  #outdatedBefore = 0;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  readonly #closing = new AbortController();

  readonly onDidChange = this.#changed.event;

  constructor(workbench: Workbench, connections: FileConnections) {
    const { refreshRequests, revisionNews } = workbench;
    this.#connections = connections;
    this.#subscriptions = [
      this.#changed,
      connections.onDidChange(() => {
        this.#changed.fire();
        this.#fetchShown();
      }),
      // Refreshing everything reads the credentials anew, and so may lead elsewhere.
      workbench.connections.onDidChange(() => (this.#outdatedBefore = Date.now())),
      refreshRequests.event(() => {
        this.#outdatedBefore = Date.now();
        this.#fetchShown();
      }),
      window.onDidChangeWindowState(({ focused }) => focused && this.#fetchShown('old')),
      revisionNews.event(({ connection, latest }) => this.#keep(connection, familyIn(latest), latest)),
      workspace.onDidSaveTextDocument((document) => this.#fetch(document)),
      window.onDidChangeActiveTextEditor((editor) => editor && this.#fetch(editor.document, 'old')),
    ];
    this.#fetchShown();
  }

  /** What is known of a file's family: undefined when nothing is, `latest` undefined when it has no revision. */
  get(uri: Uri, family: string): { latest: Latest } | undefined {
    const connection = this.#connections.get(uri);
    const families = connection && this.#known.get(connection);
    const known = families?.get(family);
    return known && { latest: known.latest };
  }

  dispose(): void {
    this.#closing.abort();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #fetchShown(when?: 'old'): void {
    for (const { document } of window.visibleTextEditors) this.#fetch(document, when);
  }

  #fetch(document: TextDocument, when?: 'old'): void {
    if (!isTaskDefinition(document)) return;
    const connection = this.#connections.get(document.uri);
    const family = readDocument(document).task.fields.str('family').value;
    if (!connection || !family || (when === 'old' && this.#isFresh(connection, family))) return;
    fetchLatestRevision(connection, family, this.#closing.signal).then(
      (latest) => this.#keep(connection, family, latest),
      // Nobody asked for this: what cannot be read is not known, and the log has the reason.
      () => undefined,
    );
  }

  #isFresh(connection: Connection, family: string): boolean {
    const at = this.#known.get(connection)?.get(family)?.at ?? 0;
    return at > this.#outdatedBefore && Date.now() - at < freshFor;
  }

  #keep(connection: Connection, family: string, latest: Latest): void {
    if (this.#closing.signal.aborted) return;
    const families = this.#known.get(connection) ?? new Map<string, Known>();
    this.#known.set(connection, families);
    families.delete(family);
    families.set(family, { latest, at: Date.now() });
    const [oldest] = families.keys();
    if (families.size > limit && oldest !== undefined) families.delete(oldest);
    this.#changed.fire();
  }
}

function familyIn({ taskDefinition }: DescribedTaskDefinition): string {
  return taskDefinition.family ?? familyOf(taskDefinition.taskDefinitionArn ?? '');
}
