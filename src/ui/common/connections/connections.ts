import {
  type ConfigurationChangeEvent,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  type Uri,
  workspace,
} from 'vscode';
import type { ChangeJournal } from '../../../aws/connection/changeJournal.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { SettingId } from '../../../manifest.ts';
import type { ConnectionPool } from './connectionPool.ts';
import { type ConnectionChoice, type ConnectionRoot, type ConnectionsChange } from './connectionChoice.ts';
import { activeChoice } from './connectionSettings.ts';
import { FileOrigins } from './fileOrigins.ts';

/** Settings after which everything is made anew, and those that say which connections there are. */
const everything: readonly SettingId[] = ['ecs.endpointUrl', 'ecs.productionGuard'];
const choices: readonly SettingId[] = ['ecs.profile', 'ecs.region', 'ecs.connections', 'ecs.fileConnections'];

/** Milliseconds after a new Region: where another window switches, the profile that it belongs to is written next. */
const settle = 250;

/**
 * The connections of the window: one is active, others are pinned. Each is made when first asked for; one that is no
 * longer chosen is ended with everything in flight, so that no answer of another account can arrive.
 */
export class Connections implements Disposable {
  readonly #changed = new EventEmitter<ConnectionsChange>();
  readonly #stateChanged = new EventEmitter<void>();
  readonly #log: LogOutputChannel;
  readonly #journal: ChangeJournal | undefined;
  readonly #subscriptions: Disposable[];
  #pool: Promise<ConnectionPool> | undefined;
  /** As the settings said when they were last complete; undefined until it is asked for. */
  #choice: ConnectionChoice | undefined;
  #settling: NodeJS.Timeout | undefined;
  #writing = 0;

  /** Fires when the list of roots, the active one, or the state of some of them is different. */
  readonly onDidChange = this.#changed.event;
  /** Fires when a connection's account is known, or its credentials were refused: for what shows that, reading nothing. */
  readonly onDidChangeState = this.#stateChanged.event;

  /** Where documents came from. */
  readonly origins: FileOrigins;

  constructor(log: LogOutputChannel, origins = new FileOrigins(), journal?: ChangeJournal) {
    this.#log = log;
    this.#journal = journal;
    this.origins = origins;
    this.#subscriptions = [
      this.#changed,
      this.#stateChanged,
      origins,
      workspace.onDidGrantWorkspaceTrust(() => this.reset()),
      workspace.onDidChangeConfiguration((change) => {
        if (everything.some((id) => change.affectsConfiguration(id))) this.reset();
        else if (choices.some((id) => change.affectsConfiguration(id))) this.#takeChoice(change);
      }),
    ];
  }

  /** The active connection. Rejects with an AwsError that says what is missing; the next call tries anew. */
  async active(): Promise<Connection> {
    return (await this.#load()).open(this.#active());
  }

  /** The active connection and the pinned ones, in the order of the setting; the active one first when it is not pinned. */
  async all(): Promise<ConnectionRoot[]> {
    return (await this.#load()).roots();
  }

  /** The connection that a file came from, or belongs to by `ecs.fileConnections`, else the active one. */
  async forUri(uri: Uri): Promise<Connection> {
    return (await this.#load()).forUri(uri, this.origins.get(uri));
  }

  /** The same profile in another Region, such as that where a task definition sends its log lines. */
  async inRegion({ spec }: Connection, region: string): Promise<Connection> {
    return (await this.#load()).openGuest({ profile: spec.profile ?? '', region });
  }

  /** The profile and Region that were last asked for, for messages that name them. */
  get wanted(): { profile: string | undefined; region: string | undefined } {
    const { profile, region } = this.#active();
    return {
      profile: profile || process.env['AWS_PROFILE'] || undefined,
      region: region || process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'] || undefined,
    };
  }

  /** Turns to what the settings say once all of them are written: nobody sees the one without the other. */
  async turn(write: () => Promise<void>): Promise<void> {
    this.#active();
    this.#writing++;
    try {
      await write();
    } finally {
      this.#writing--;
      this.#choose(activeChoice());
    }
  }

  /** Tells connections of the profile, and those that share its sign-in, that there are new credentials. */
  async renew(profile: string): Promise<void> {
    await (await this.#load()).renew(profile);
  }

  /** Has every view begin again at a person's wish: files are read and questions asked anew; what runs goes on. */
  async retry(): Promise<void> {
    await (await this.#load()).retry();
  }

  /** Drops all connections and everything in flight; views then ask for new ones. */
  reset(): void {
    this.#choice = undefined;
    const pool = this.#pool;
    if (!pool) return this.#changed.fire({ restarted: [] });
    void pool.then((loaded) => loaded.reset());
  }

  dispose(): void {
    clearTimeout(this.#settling);
    void this.#pool?.then((pool) => pool.dispose());
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #active(): ConnectionChoice {
    return (this.#choice ??= activeChoice());
  }

  #takeChoice(change: ConfigurationChangeEvent): void {
    clearTimeout(this.#settling);
    if (this.#writing > 0) return;
    const mayBeHalf = isOnly(change, 'ecs.region');
    if (mayBeHalf) this.#settling = setTimeout(() => this.#choose(activeChoice()), settle);
    else this.#choose(activeChoice());
  }

  #choose(choice: ConnectionChoice): void {
    this.#choice = choice;
    const pool = this.#pool;
    if (!pool) return this.#changed.fire({ restarted: [] });
    void pool.then((loaded) => loaded.prune());
  }

  #load(): Promise<ConnectionPool> {
    this.#pool ??= import('./connectionPool.ts').then(
      ({ ConnectionPool }) =>
        new ConnectionPool(this.#log, {
          change: (change) => this.#changed.fire(change),
          state: () => this.#stateChanged.fire(),
          active: () => this.#active(),
          origins: () => this.origins.all,
          journal: this.#journal,
        }),
    );
    return this.#pool;
  }
}

function isOnly(change: ConfigurationChangeEvent, id: SettingId): boolean {
  return choices.every((one) => change.affectsConfiguration(one) === (one === id));
}
