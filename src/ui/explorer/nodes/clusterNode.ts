import type { Cluster, Service } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { fetchServiceArns, fetchServices } from '../../../aws/read/services.ts';
import { type ClusterKind, clusterKind } from '../../../ecs/cluster/clusterKind.ts';
import { nameOfArn } from '../../../ecs/arn.ts';
import { instancesText, servicesText, tasksText } from '../../common/countText.ts';
import type { ClusterResource } from '../../common/resource.ts';
import { arrangeServices } from './arrangeServices.ts';
import { BranchNode, type LoadTools } from './branchNode.ts';
import { CapacityProvidersNode } from './capacityProvidersNode.ts';
import { ContainerInstancesNode } from './containerInstancesNode.ts';
import { listedWhenNotDescribed } from './listedWhenNotDescribed.ts';
import { below, type ExplorerNode, type NodePlace, type RowItem } from './node.ts';
import { inOrder } from './order.ts';
import { ServiceNode } from './serviceNode.ts';
import { StandaloneTasksNode } from './standaloneTasksNode.ts';

/** A cluster with its services below it, and what else it has. */
export class ClusterNode extends BranchNode {
  readonly kind = 'cluster';
  override readonly resource: ClusterResource;
  readonly #groups: { tasks: StandaloneTasksNode; instances: ContainerInstancesNode; providers: CapacityProvidersNode };
  #cluster: Cluster;
  /** The filter with which the services in memory were read; undefined when they are all. */
  #readWith: string | undefined;
  /** The same of the load that was begun last; it tells nothing once that is over. */
  #readingWith: string | undefined;
  /** Whether more tasks were counted than its services account for; undefined before that is known. */
  #hasOthers: boolean | undefined;

  constructor(place: NodePlace, cluster: Cluster) {
    const { clusterArn = '' } = cluster;
    const resource: ClusterResource = { kind: 'cluster', connection: place.connection, clusterArn };
    super(place, clusterArn, resource);
    this.resource = resource;
    this.#cluster = cluster;
    this.#groups = {
      tasks: new StandaloneTasksNode(this),
      instances: new ContainerInstancesNode(this),
      providers: new CapacityProvidersNode(this),
    };
  }

  get name(): string {
    return this.#cluster.clusterName ?? nameOfArn(this.id);
  }

  get cluster(): Cluster {
    return this.#cluster;
  }

  /** The services in memory, whatever is filtered. */
  get services(): ServiceNode[] {
    return this.branch.children.filter((node) => node instanceof ServiceNode);
  }

  /** Whether the services in memory are all that there are. */
  get hasAll(): boolean {
    return this.#readWith === undefined && this.branch.isComplete;
  }

  /** While rows are left out: whether this one stays. */
  get isShown(): boolean {
    return this.#isNamed || this.#visibleServices().length > 0 || (this.branch.error !== undefined && this.isUndecided);
  }

  /** While rows are left out: whether its services have to be read first. */
  get isUndecided(): boolean {
    return !this.#isNamed && this.#cluster.activeServicesCount !== 0 && !this.#knowsMatches;
  }

  /** While rows are left out: whether it is still to be seen if it holds a match; a failure is shown instead. */
  get isBeingSearched(): boolean {
    return this.isUndecided && this.branch.error === undefined;
  }

  item(): RowItem {
    const { runningTasksCount: running = 0, pendingTasksCount: pending = 0 } = this.#cluster;
    const services = this.hasAll ? this.services.length : (this.#cluster.activeServicesCount ?? 0);
    const troubled = this.services.filter((service) => service.isTroubled).length;
    const kind = kindText(clusterKind(this.#cluster));
    const counts = [
      // A narrow view cuts off what comes last.
      ...(troubled > 0 ? [l10n.t('{0} in trouble', troubled)] : []),
      ...((this.#cluster.status ?? this.#cluster.activeServicesCount) === undefined
        ? [l10n.t('not described')]
        : [servicesText(services), tasksText(running)]),
      ...(pending > 0 ? [l10n.t('{0} pending', pending)] : []),
      ...(kind ? [kind] : []),
    ];
    const favourite = this.context.options.isFavourite(this.id);
    return {
      label: this.name,
      description: `${favourite ? '★ ' : ''}${counts.join(' · ')}`,
      icon: 'server-environment',
      color: troubled > 0 ? 'list.warningForeground' : undefined,
      spoken: l10n.t('cluster {0}, {1}', this.name, counts.join(', ')),
      flags: favourite ? ['favourite'] : [],
      expandable: this.context.options.isNarrowed ? 'expanded' : 'collapsed',
    };
  }

  override tooltip(): readonly string[] {
    const { runningTasksCount: running = 0, pendingTasksCount: pending = 0 } = this.#cluster;
    const { registeredContainerInstancesCount: instances = 0, status = '' } = this.#cluster;
    return [
      l10n.t('{0} running and {1} pending tasks', running, pending),
      ...(instances > 0 ? [instancesText(instances)] : []),
      ...(status && status !== 'ACTIVE' ? [l10n.t('Status {0}', status)] : []),
      this.id,
    ];
  }

  override rows(): ExplorerNode[] {
    return [...super.rows(), ...(this.context.options.isNarrowed ? [] : this.#groupsInUse())];
  }

  protected override get emptyText(): string {
    return this.context.options.isNarrowed ? l10n.t('No service matches') : l10n.t('No services');
  }

  protected override listed(): ExplorerNode[] {
    const services = this.#visibleServices().sort(inOrder(this.context.options));
    return arrangeServices(this, services, this.#expectedCount);
  }

  /** Reads what decides whether it is shown while rows are left out. */
  async search(): Promise<void> {
    if (this.#knowsMatches) return;
    const isUnderWay = this.branch.isLoading && this.#decides(this.#readingWith);
    // Read for another filter: nothing of it can be kept for this one.
    if ((this.branch.isComplete || this.branch.isLoading) && !isUnderWay) await this.branch.reload();
    else await this.branch.load();
  }

  /** Forgets services that were read for another filter: they are only some of those that are shown now. */
  forgetPart(): void {
    if (this.#readWith === undefined || this.#readWith === this.context.options.choices.filter) return;
    this.#readWith = undefined;
    this.branch.clear();
  }

  /** A service that somebody else has read. */
  takeService(service: Service): ServiceNode | undefined {
    const known = this.branch.child(service.serviceArn ?? '');
    const taken = known?.takenOver(new ServiceNode(below(this), service));
    return taken instanceof ServiceNode ? taken : undefined;
  }

  /** Other stopped tasks than before are remembered. */
  followMemory(): void {
    this.#groups.tasks.followMemory();
    for (const service of this.services) service.followMemory();
  }

  protected override takeOver(fresh: ExplorerNode): boolean {
    if (!(fresh instanceof ClusterNode)) return false;
    this.#cluster = fresh.#cluster;
    this.#hasOthers = this.hasAll ? this.#countsOthers() : undefined;
    return true;
  }

  /** Services are read more often than the cluster counts tasks: an old count says when there are no others, not that there are. */
  protected override updated(): void {
    if (!this.hasAll) this.#hasOthers = undefined;
    else this.#hasOthers = this.#hasOthers !== false && this.#countsOthers();
  }

  get #isNamed(): boolean {
    const { nameTest, choices } = this.context.options;
    return nameTest?.(this.name) === true && !choices.troubledOnly;
  }

  get #knowsMatches(): boolean {
    return this.branch.isComplete && this.#decides(this.#readWith);
  }

  /** Whether services that were read with a filter, or without one, hold all that match now. */
  #decides(filter: string | undefined): boolean {
    return filter === undefined || filter === this.context.options.choices.filter;
  }

  get #expectedCount(): number {
    return Math.max(
      this.services.length,
      this.context.options.isNarrowed ? 0 : (this.#cluster.activeServicesCount ?? 0),
    );
  }

  /** The groups that have something in them, as far as its counts tell; no request is made to find out. */
  #groupsInUse(): ExplorerNode[] {
    const { tasks, instances, providers } = this.#groups;
    return [
      ...(this.#hasStandaloneTasks() ? [tasks] : []),
      ...((this.#cluster.registeredContainerInstancesCount ?? 0) > 0 ? [instances] : []),
      ...((this.#cluster.capacityProviders ?? []).length > 0 ? [providers] : []),
    ];
  }

  /** More tasks than the services account for, tasks that were seen, or no services at all, as in a cluster of jobs. */
  #hasStandaloneTasks(): boolean {
    if (!this.hasAll) return false;
    return this.#groups.tasks.rows().length > 0 || this.services.length === 0 || this.#hasOthers === true;
  }

  #countsOthers(): boolean {
    const { runningTasksCount: running = 0, pendingTasksCount: pending = 0 } = this.#cluster;
    return running + pending > this.services.reduce((sum, service) => sum + service.taskCount, 0);
  }

  #visibleServices(): ServiceNode[] {
    const { nameTest, choices } = this.context.options;
    const all = nameTest === undefined || nameTest(this.name);
    return this.services.filter(
      (service) => (all || nameTest(service.name)) && (!choices.troubledOnly || service.isTroubled),
    );
  }

  protected async load(tools: LoadTools): Promise<readonly ExplorerNode[]> {
    const { nameTest, choices } = this.context.options;
    const narrowing = nameTest !== undefined && !nameTest(this.name) ? nameTest : undefined;
    this.#readingWith = narrowing && choices.filter;
    const place = below(this);
    const made = (services: Service[]): ServiceNode[] => services.map((service) => new ServiceNode(place, service));
    const isMeant = (arn: string): boolean => !narrowing || narrowing(nameOfArn(arn));
    const read = async (): Promise<ServiceNode[]> => {
      const onBatch = paced(this.context, (services: Service[]) => tools.show(made(services)));
      const options = { signal: tools.signal, onBatch, matches: narrowing && isMeant };
      return made(await fetchServices(this.connection, this.id, options));
    };
    const readNames = async (): Promise<ServiceNode[]> => {
      const arns = await fetchServiceArns(this.connection, this.id, tools.signal);
      return made(arns.filter(isMeant).map((serviceArn) => ({ serviceArn, clusterArn: this.id })));
    };
    const services = await listedWhenNotDescribed(read, readNames, tools);
    this.#readWith = narrowing && choices.filter;
    return services;
  }
}

/** Lets the first batch through at once and gathers the following, the longer the more there are. */
function paced(context: { now(): number }, show: (services: Service[]) => void): (services: Service[]) => void {
  let gathered: Service[] = [];
  let shownAt = -Infinity;
  let shown = 0;
  return (services) => {
    gathered.push(...services);
    if (context.now() - shownAt < Math.min(1500, 100 + shown)) return;
    shownAt = context.now();
    shown += gathered.length;
    show(gathered);
    gathered = [];
  };
}

function kindText(kind: ClusterKind): string {
  switch (kind) {
    case 'fargate':
      return l10n.t('Fargate');
    case 'ec2':
      return l10n.t('EC2');
    case 'external':
      return l10n.t('External');
    case 'mixed':
      return l10n.t('mixed');
    case 'unknown':
      return '';
  }
}
