import * as l10n from '@vscode/l10n';
import { fetchClusterArns, fetchClusters } from '../../../aws/read/clusters.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { AwsError } from '../../../aws/errors.ts';
import { parseArn } from '../../../ecs/arn.ts';
import type { ConnectionRoot } from '../../common/connections/connectionChoice.ts';
import { BranchNode, type LoadTools, type Polling } from './branchNode.ts';
import { ClusterNode } from './clusterNode.ts';
import { leaf } from './leafNode.ts';
import { below, type ExplorerContext, type ExplorerNode, type RowItem } from './node.ts';
import { byName } from './order.ts';
import { listedWhenNotDescribed } from './listedWhenNotDescribed.ts';
import { TaskDefinitionsNode } from './taskDefinitionsNode.ts';

/** A connection as the tree shows it. */
export interface ShownConnection extends ConnectionRoot {
  /** Whether reading through it may ask the person for something, such as the code of an MFA device. */
  readonly asksPerson?: boolean;
}

/** A root of the tree: one profile in one Region. */
export class ConnectionNode extends BranchNode {
  readonly kind = 'connection';
  #taskDefinitions: TaskDefinitionsNode | undefined;
  #root: ShownConnection;
  /** As the clusters' ARNs name it, where STS cannot be asked. */
  #arnAccount = '';

  constructor(context: ExplorerContext, root: ShownConnection) {
    super({ context }, root.key);
    this.#root = root;
  }

  /** What the commands of connections work on; a root that was made active or pinned is another object. */
  get root(): ShownConnection {
    return this.#root;
  }

  set root(root: ShownConnection) {
    this.#root = root;
  }

  override get polling(): Polling {
    return 'slow';
  }

  get clusters(): ClusterNode[] {
    return this.branch.children.filter((node) => node instanceof ClusterNode);
  }

  item(): RowItem {
    const { region, active, pinned, asksPerson } = this.#root;
    // Credentials of the environment belong to no profile.
    const profile = this.#root.profile || l10n.t('environment');
    const readOnly = this.openConnection?.protection() === 'read-only';
    return {
      label: profile,
      description: [region, this.#account, this.openConnection?.accountAlias].filter(Boolean).join(' · '),
      icon: readOnly ? 'lock' : 'cloud',
      color: active ? 'charts.blue' : undefined,
      spoken: [l10n.t('profile {0}', profile), regionText(region), this.#accountText].join(', '),
      flags: [...(active ? ['active'] : []), ...(pinned ? ['pinned'] : []), ...(readOnly ? ['readOnly'] : [])],
      // Who is asked for nothing sees all at once; of what asks, only what is in use is read unbidden.
      expandable: active || !asksPerson ? 'expanded' : 'collapsed',
    };
  }

  override tooltip(): readonly string[] {
    const buckets = [...(this.openConnection?.requestsLastMinute ?? [])].map(([name, count]) => `${name} ${count}`);
    return [
      this.#accountText,
      regionText(this.#root.region),
      ...(this.#root.active ? [l10n.t('The active connection: commands of the palette use it')] : []),
      ...(this.openConnection?.protection() === 'read-only' ? [l10n.t('Read-only: nothing can be changed')] : []),
      buckets.length === 0
        ? l10n.t('No requests in the last minute')
        : l10n.t('Requests in the last minute: {0}', buckets.join(', ')),
    ];
  }

  override rows(): ExplorerNode[] {
    const isKnown = this.branch.isComplete || isDenied(this.branch.error);
    const isShown = isKnown && !this.context.options.choices.troubledOnly;
    return [...super.rows(), ...this.#waysOn(), ...(isShown && this.#taskDefinitions ? [this.#taskDefinitions] : [])];
  }

  /** What a person can do where there is nothing to see. */
  #waysOn(): ExplorerNode[] {
    if (!this.branch.isComplete || this.clusters.length > 0 || this.context.options.isNarrowed) return [];
    const create = { key: 'create', label: l10n.t('Create Cluster…'), icon: 'add', command: 'createCluster' } as const;
    const turn = {
      key: 'turn',
      label: l10n.t('Choose Another Region…'),
      icon: 'globe',
      command: 'selectRegion',
    } as const;
    const isReadOnly = this.openConnection?.protection() === 'read-only';
    return (isReadOnly ? [turn] : [create, turn]).map((way) => leaf(this, way));
  }

  /** Reads, while rows are left out, the clusters of which it is not known whether they hold a match. */
  async searchClusters(): Promise<void> {
    await Promise.all(this.clusters.filter((cluster) => cluster.isUndecided).map((cluster) => cluster.search()));
  }

  protected override get emptyText(): string {
    return this.context.options.isNarrowed
      ? l10n.t('No cluster or service matches')
      : l10n.t('No clusters in {0}', this.#root.region);
  }

  protected override listed(): ExplorerNode[] {
    const { options } = this.context;
    const clusters = this.clusters.sort(byName(options));
    if (!options.isNarrowed) return clusters;
    const waiting = clusters.filter((cluster) => cluster.isBeingSearched);
    // Where names decide, most services are never read: their count would tell nothing.
    const description = options.nameTest === undefined ? searched(waiting) : undefined;
    const search = { key: 'searching', label: searching(waiting.length), description, icon: 'loading~spin' };
    return [...clusters.filter((cluster) => cluster.isShown), ...(waiting.length > 0 ? [leaf(this, search)] : [])];
  }

  protected async load(tools: LoadTools): Promise<readonly ExplorerNode[]> {
    const { signal } = tools;
    const connection = await this.#root.open();
    this.connect(connection);
    if (this.#taskDefinitions?.openConnection !== connection) this.#taskDefinitions = new TaskDefinitionsNode(this);
    const place = below(this);
    const read = async (): Promise<ExplorerNode[]> =>
      (await fetchClusters(connection, signal)).map((cluster) => new ClusterNode(place, cluster));
    const readNames = async (): Promise<ExplorerNode[]> =>
      (await fetchClusterArns(connection, signal)).map((clusterArn) => new ClusterNode(place, { clusterArn }));
    // The account's number is a label: nobody waits for STS, which may not even be reachable.
    void this.#askAccount(connection, signal);
    const clusters = await listedWhenNotDescribed(read, readNames, tools);
    this.#arnAccount = parseArn(clusters[0]?.id ?? '')?.account ?? this.#arnAccount;
    return clusters;
  }

  async #askAccount(connection: Connection, signal: AbortSignal): Promise<void> {
    const before = connection.account;
    const identity = await connection.identity(signal).catch(() => undefined);
    if (identity && identity.account !== before) this.context.changed(this);
  }

  get #account(): string {
    return this.openConnection?.account || this.#arnAccount;
  }

  get #accountText(): string {
    return this.#account ? l10n.t('Account {0}', this.#account) : l10n.t('account unknown');
  }
}

function regionText(region: string): string {
  return region ? l10n.t('Region {0}', region) : l10n.t('no Region');
}

/** What may not list clusters may be allowed to read task definitions. */
function isDenied(error: unknown): boolean {
  return error instanceof AwsError && error.kind === 'denied' && error.operation?.startsWith('ecs:') === true;
}

function searching(clusters: number): string {
  return clusters === 1 ? l10n.t('Searching 1 cluster…') : l10n.t('Searching {0} clusters…', clusters);
}

function searched(clusters: readonly ClusterNode[]): string {
  const read = clusters.reduce((sum, { services }) => sum + services.length, 0);
  const all = clusters.reduce((sum, { cluster }) => sum + (cluster.activeServicesCount ?? 0), 0);
  return l10n.t('{0} of {1} services', read, Math.max(read, all));
}
