import { type Disposable, EventEmitter, l10n, type Uri } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import type { Home } from '../../../taskdef/document/home.ts';
import type { ConnectionChoice } from '../../common/connections/connectionChoice.ts';
import { ownChoice } from '../../common/connections/fileConnection.ts';
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
  readonly #opening = new Map<string, Promise<void>>();
  readonly #changed = new EventEmitter<void>();
  readonly #homesChanged = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];

  /** Fires when a file has another connection, or one that has begun to work. */
  readonly onDidChange = this.#changed.event;
  /** Fires when it is known where the connection of a file leads. */
  readonly onDidChangeHomes = this.#homesChanged.event;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#subscriptions = [
      this.#changed,
      connections.onDidChange(() => {
        this.#known.clear();
        this.#changed.fire();
      }),
      this.#homesChanged,
      connections.onDidChangeState(() => this.#homesChanged.fire()),
      connections.origins.onDidChange(() => {
        this.#known.clear();
        this.#changed.fire();
      }),
    ];
  }

  /** The connection that is the file's own, in words; undefined for a file that goes with the active one. */
  ownText(uri: Uri): string | undefined {
    const own = this.#own(uri);
    if (!own) return undefined;
    const profile = own.profile || l10n.t('environment');
    const region = own.region || this.get(uri)?.region;
    return visibleLine([profile, region].filter(Boolean).join(' · '));
  }

  #own(uri: Uri): ConnectionChoice | undefined {
    try {
      return ownChoice(uri, this.#connections.origins.get(uri));
    } catch {
      // A pattern without a usable connection: whoever does something with the file hears of it.
      return undefined;
    }
  }

  /** The connection of a file if it works; undefined also while that is not known yet. */
  get(uri: Uri): Connection | undefined {
    const connection = this.#get(uri);
    return connection?.works ? connection : undefined;
  }

  /** Where the connection of a file leads, whether it works or not; undefined while that is not known yet. */
  home(uri: Uri): Home | undefined {
    const connection = this.#get(uri);
    return connection && { region: connection.region, account: connection.account };
  }

  /** Ends when the connection of a file is known, where it is being looked for. */
  opening(uri: Uri): Promise<void> | undefined {
    return this.#opening.get(uri.toString());
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #get(uri: Uri): Connection | undefined {
    const key = uri.toString();
    if (!this.#known.has(key)) this.#find(uri, key);
    return this.#known.get(key);
  }

  #find(uri: Uri, key: string): void {
    this.#known.set(key, undefined);
    const [oldest] = this.#known.keys();
    if (this.#known.size > limit && oldest !== undefined) this.#known.delete(oldest);
    const opening = this.#connections
      .forUri(uri)
      .then(
        (connection) => {
          if (!this.#known.has(key)) return;
          this.#known.set(key, connection);
          this.#homesChanged.fire();
          void connection.firstAnswer.then(() => this.#known.get(key) === connection && this.#changed.fire());
        },
        // No profile or Region yet; whoever asks for something on purpose hears of it.
        () => undefined,
      )
      .finally(() => this.#opening.delete(key));
    this.#opening.set(key, opening);
  }
}
