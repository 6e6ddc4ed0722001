import { type Disposable, EventEmitter, type Uri } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { Connections } from '../../common/connections/connections.ts';

/** How many files' connections are remembered. */
const limit = 200;

/**
 * The connections that open files belong to, for what runs in the background: answered at once, and only once AWS has
 * answered through them for something that a person asked.
 */
export class FileConnections implements Disposable {
  readonly #connections: Connections;
  readonly #known = new Map<string, Connection | undefined>();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];

  /** Fires when a file has another connection, or one that has begun to work. */
  readonly onDidChange = this.#changed.event;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#subscriptions = [
      this.#changed,
      connections.onDidChange(() => {
        this.#known.clear();
        this.#changed.fire();
      }),
    ];
  }

  /** The connection of a file if it works; undefined also while that is not known yet. */
  get(uri: Uri): Connection | undefined {
    const key = uri.toString();
    if (!this.#known.has(key)) this.#find(uri, key);
    const connection = this.#known.get(key);
    return connection?.works ? connection : undefined;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #find(uri: Uri, key: string): void {
    this.#known.set(key, undefined);
    const [oldest] = this.#known.keys();
    if (this.#known.size > limit && oldest !== undefined) this.#known.delete(oldest);
    this.#connections.forUri(uri).then(
      (connection) => {
        if (!this.#known.has(key)) return;
        this.#known.set(key, connection);
        void connection.firstAnswer.then(() => this.#known.get(key) === connection && this.#changed.fire());
      },
      // No profile or Region yet; whoever asks for something on purpose hears of it.
      () => undefined,
    );
  }
}
