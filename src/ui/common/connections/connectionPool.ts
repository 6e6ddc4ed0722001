import type { ChangeJournal } from '../../../aws/connection/changeJournal.ts';
import { type Disposable, type LogOutputChannel, type Uri, workspace } from 'vscode';
import { fetchSharedConfig, type SharedConfig } from '../../../aws/profile/configFiles.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { type ConnectionRequest, resolveConnectionSpec } from '../../../aws/profile/connectionSpec.ts';
import { CredentialStore } from '../../../aws/signIn/credentialStore.ts';
import { SharedTokens } from '../../../aws/connection/requestBuckets.ts';
import { profileFingerprint } from '../../../aws/profile/profileFingerprint.ts';
import { sharesSignIn } from '../../../aws/profile/ssoSession.ts';
import { connect } from './connect.ts';
import { type ConnectionChoice, type ConnectionRoot, type ConnectionsChange, keyOf } from './connectionChoice.ts';
import { fileConnections, pinnedChoices } from './connectionSettings.ts';
import { watchAwsFiles } from './awsFileWatcher.ts';
import { ownChoice } from './fileConnection.ts';
import { getSetting } from '../settings.ts';

/** Milliseconds in which a connection says at most once that its credentials were refused. */
const troublePause = 60_000;

/** What the pool asks and tells the window. */
export interface PoolEvents {
  /** The connection that the person chose. */
  active: () => ConnectionChoice;
  change: (change: ConnectionsChange) => void;
  /** What is known of a connection is different: its account, or that its credentials are refused. */
  state: () => void;
  /** Where changes are written down before they are sent. */
  journal: ChangeJournal | undefined;
  /** Where documents came from: what nothing else names any more is still theirs. */
  origins: () => readonly ConnectionChoice[];
}

interface Member {
  readonly choice: ConnectionChoice;
  readonly connection: Promise<Connection>;
  /** Named by no setting: it stays as long as its profile is in use. */
  readonly isGuest: boolean;
  /** What the configuration files said of the profile. */
  fingerprint: string;
  troubledAt: number;
}

/** The connections that are in use, by what they reach; kept apart so that starting the extension loads none of it. */
export class ConnectionPool implements Disposable {
  readonly #log: LogOutputChannel;
  readonly #on: PoolEvents;
  readonly #members = new Map<string, Member>();
  readonly #watcher: Disposable;
  readonly #tokens = new SharedTokens();
  #credentials = new CredentialStore();

  constructor(log: LogOutputChannel, on: PoolEvents) {
    this.#log = log;
    this.#on = on;
    this.#watcher = watchAwsFiles({
      configuration: () => this.#takeConfiguration(),
      signIn: () => this.#takeSignIn(),
    });
  }

  open(choice: ConnectionChoice): Promise<Connection> {
    return this.#open(choice, false);
  }

  /** A connection to a Region that the person did not choose. */
  openGuest(choice: ConnectionChoice): Promise<Connection> {
    return this.#open(choice, true);
  }

  async #open(choice: ConnectionChoice, isGuest: boolean): Promise<Connection> {
    const config = await fetchSharedConfig();
    const wanted = resolved(choice, config);
    const key = keyOf(wanted);
    const known = this.#members.get(key);
    if (known) return known.connection;
    const made: Member = {
      choice: wanted,
      isGuest,
      connection: connect(request(choice), this.#log, {
        credentials: this.#credentials,
        tokens: this.#tokens,
        ...(this.#on.journal ? { journal: this.#on.journal } : {}),
        onCredentialProblem: (worked) => this.#reportTrouble(key, worked),
        onIdentity: () => void this.#takeIdentity(key),
      }),
      fingerprint: profileFingerprint(config, wanted.profile),
      troubledAt: 0,
    };
    this.#members.set(key, made);
    made.connection.catch(() => {
      if (this.#members.get(key) === made) this.#members.delete(key);
    });
    return made.connection;
  }

  async roots(): Promise<ConnectionRoot[]> {
    const config = await fetchSharedConfig();
    const active = resolved(this.#on.active(), config);
    const pinned = pinnedChoices().map((choice) => resolved(choice, config));
    const byKey = new Map([active, ...pinned].map((choice) => [keyOf(choice), choice]));
    const pins = new Map(pinned.map((choice) => [keyOf(choice), choice]));
    const inOrder = pins.has(keyOf(active)) ? pins : byKey;
    return [...inOrder].map(([key, choice]) => ({
      key,
      ...choice,
      active: key === keyOf(active),
      pinned: pins.has(key),
      open: () => this.open(choice),
    }));
  }

  async forUri(uri: Uri, origin: ConnectionChoice | undefined): Promise<Connection> {
    return this.open(ownChoice(uri, origin) ?? this.#on.active());
  }

  /** Ends the connections that nothing names any more. */
  async prune(): Promise<void> {
    const config = await fetchSharedConfig();
    const files = fileConnections().flatMap(([, choice]) => choice ?? []);
    const named = [this.#on.active(), ...pinnedChoices(), ...files, ...this.#on.origins()].map((choice) =>
      resolved(choice, config),
    );
    const keys = new Set(named.map(keyOf));
    const profiles = new Set(named.map(({ profile }) => profile));
    for (const [key, { isGuest, choice }] of this.#members) {
      if (!keys.has(key) && !(isGuest && profiles.has(choice.profile))) this.#drop(key);
    }
    this.#on.change({ restarted: [] });
  }

  async renew(profile: string): Promise<void> {
    const config = await fetchSharedConfig();
    await this.#restart((member) => {
      const own = member.choice.profile;
      return own === profile || sharesSignIn(config, own, profile);
    });
  }

  /** Every view begins again, from the files as they are now and with everybody asked anew; what runs goes on. */
  async retry(): Promise<void> {
    if (this.#members.size === 0) this.#on.change({ restarted: [] });
    else await this.#restart(() => true);
  }

  reset(): void {
    const restarted = [...this.#members.keys()];
    for (const key of restarted) this.#drop(key);
    this.#credentials = new CredentialStore();
    this.#on.change({ restarted });
  }

  dispose(): void {
    this.#watcher.dispose();
    for (const key of this.#members.keys()) this.#drop(key);
  }

  /** Config or credentials file were written: what reads differently for a profile starts over. */
  async #takeConfiguration(): Promise<void> {
    const config = await fetchSharedConfig();
    const restarted: string[] = [];
    for (const [key, member] of this.#members) {
      const fingerprint = profileFingerprint(config, member.choice.profile);
      if (fingerprint === member.fingerprint) continue;
      member.fingerprint = fingerprint;
      restarted.push(key);
      if (await this.#reachesElsewhere(member, config)) this.#drop(key);
    }
    this.#on.change({ restarted });
  }

  /** Somebody signed in, here or with the AWS CLI: what waits for it starts over. */
  async #takeSignIn(): Promise<void> {
    await this.#restart((_member, connection) => connection.credentialProblem !== undefined);
  }

  async #restart(concerns: (member: Member, connection: Connection) => boolean): Promise<void> {
    const restarted: string[] = [];
    for (const [key, member] of this.#members) {
      const connection = await member.connection.catch(() => undefined);
      if (!connection || !concerns(member, connection)) continue;
      this.#credentials.retry(connection.spec.credentialsId);
      connection.reset();
      restarted.push(key);
    }
    if (restarted.length > 0) this.#on.change({ restarted });
  }

  /** Whether the profile now leads to another place or account; if not, the connection goes on with new credentials. */
  async #reachesElsewhere(member: Member, config: SharedConfig): Promise<boolean> {
    try {
      const connection = await member.connection;
      const before = connection.account;
      const spec = resolveConnectionSpec(request(member.choice), process.env, config);
      if (spec.id !== connection.spec.id) return true;
      this.#credentials.retry(spec.credentialsId);
      connection.reset();
      return before !== undefined && (await connection.identity()).account !== before;
    } catch {
      return true;
    }
  }

  /** The alias is only a name beside the account: it comes when it comes. */
  async #takeIdentity(key: string): Promise<void> {
    this.#on.state();
    const connection = await this.#members.get(key)?.connection.catch(() => undefined);
    if (await connection?.loadAccountAlias()) this.#on.change({ restarted: [] });
  }

  /** Views that showed something through the connection begin again; those that never could say so themselves. */
  #reportTrouble(key: string, worked: boolean): void {
    this.#on.state();
    const member = this.#members.get(key);
    if (!worked || !member || Date.now() - member.troubledAt < troublePause) return;
    member.troubledAt = Date.now();
    this.#on.change({ restarted: [key] });
  }

  #drop(key: string): void {
    const member = this.#members.get(key);
    this.#members.delete(key);
    member?.connection.then((connection) => connection.dispose()).catch(() => undefined);
  }
}

/** The choice with what environment and profile add; as it is where that does not work out, for `open` to say why. */
function resolved(choice: ConnectionChoice, config: SharedConfig): ConnectionChoice {
  try {
    const { profile = '', region } = resolveConnectionSpec(request(choice), process.env, config);
    return { profile, region };
  } catch {
    return choice;
  }
}

function request({ profile, region }: ConnectionChoice): ConnectionRequest {
  return { profile, region, endpointUrl: getSetting('ecs.endpointUrl'), trusted: workspace.isTrusted };
}
