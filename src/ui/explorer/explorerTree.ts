import { type Disposable, type Event, EventEmitter, l10n, type TreeItem, type TreeView, window } from 'vscode';
import { AwsError } from '../../aws/errors.ts';
import { hasAwsCli } from '../../aws/profile/awsCli.ts';
import { fetchSharedConfig } from '../../aws/profile/configFiles.ts';
import { signInProfiles } from '../../aws/profile/signInMethod.ts';
import { systemTimer } from '../../aws/timer.ts';
import type { ExplorerState, ViewId } from '../../manifest.ts';
import { setContextKey } from '../common/contextKeys.ts';
import { describeError, isCancellation } from '../common/reportError.ts';
import type { Workbench } from '../common/workbench.ts';
import { ChangeGatherer } from './changeGatherer.ts';
import { ExplorerModel } from './explorerModel.ts';
import { listOf } from './nodes/listOf.ts';
import { ExplorerNode } from './nodes/node.ts';
import { nodeItem, nodeTooltip } from './nodeItem.ts';
import { StoppedTasks } from './nodes/stoppedTasks.ts';
import { whoAsks } from './whoAsks.ts';
import { readChoices } from './nodes/treeOptions.ts';

const viewId: ViewId = 'ecs.explorer';

/** Kinds of failure that have a welcome view of their own; anything else is shown as a row. */
const welcomeStates: Partial<Record<AwsError['kind'], ExplorerState>> = {
  badConfig: 'badConfig',
  badProfile: 'badProfile',
  badRegion: 'noRegion',
  expired: 'expired',
  invalidCredentials: 'refused',
  mfaNeeded: 'expired',
  noCredentials: 'noCredentials',
  noRegion: 'noRegion',
  notConfigured: 'notConfigured',
};

/** Milliseconds for which an unfocused window is still kept current. */
const unfocusedFor = 180_000;

/** Milliseconds after which VS Code has come to rest from drawing rows anew: it gathers changes for 200. */
const restMs = 400;

/** Shows the explorer's model in its view, and tells the model what can be seen. */
export class ExplorerTree implements Disposable {
  readonly model: ExplorerModel;
  readonly stopped: StoppedTasks;
  readonly #workbench: Workbench;
  readonly #view: TreeView<ExplorerNode>;
  readonly #changed = new EventEmitter<ExplorerNode | undefined>();
  readonly #gatherer = new ChangeGatherer((nodes) => this.#show(nodes));
  readonly #subscriptions: Disposable[];
  /** Rows that VS Code is waiting for. */
  readonly #waiting = new Set<{ node: ExplorerNode; isStale: boolean }>();
  #state: ExplorerState = 'loading';
  #unfocused: NodeJS.Timeout | undefined;
  #notice: NodeJS.Timeout | undefined;
  #endProgress: (() => void) | undefined;

  /** The node whose rows changed, or undefined for all. */
  readonly onDidChange: Event<ExplorerNode | undefined> = this.#changed.event;

  constructor(workbench: Workbench, view: TreeView<ExplorerNode>) {
    this.#workbench = workbench;
    this.#view = view;
    this.stopped = new StoppedTasks(workbench.extension.globalState);
    this.model = new ExplorerModel({
      roots: async () => whoAsks(await workbench.connections.all()),
      timer: systemTimer,
      stopped: this.stopped,
      choices: readChoices(workbench.extension.workspaceState),
      errorText: (error, connection) =>
        describeError(error, connection && { profile: connection.spec.profile, region: connection.region }),
      changed: (node) => this.#gatherer.add(node),
    });
    this.#subscriptions = [...this.#listen(), this.#changed, this.#gatherer, this.model];
    this.#watch();
  }

  async getChildren(node?: ExplorerNode): Promise<ExplorerNode[]> {
    if (!node) return this.#getRoots();
    // VS Code asks only for the rows of what is open, and does not tell of rows that are open from the start.
    this.model.noteExpanded(node);
    const wait = { node, isStale: false };
    this.#waiting.add(wait);
    try {
      return await this.model.children(node);
    } finally {
      this.#waiting.delete(wait);
      // Not at once: VS Code has first to learn the row anew.
      if (wait.isStale) setTimeout(() => this.#gatherer.add(node), restMs);
    }
  }

  getTreeItem(node: ExplorerNode): TreeItem {
    return nodeItem(node, this.model.isOpen(node));
  }

  /** The pointer rests on a row. */
  resolveTreeItem(item: TreeItem, node: ExplorerNode): TreeItem {
    this.model.refresher.lookAt(node);
    item.tooltip = nodeTooltip(node);
    return item;
  }

  dispose(): void {
    clearTimeout(this.#unfocused);
    clearInterval(this.#notice);
    this.#endProgress?.();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #listen(): Disposable[] {
    const { connections, serviceNews, refreshRequests } = this.#workbench;
    return [
      connections.onDidChange(({ restarted }) => this.model.rootsChanged(restarted)),
      serviceNews.event(({ connection, service }) => this.model.takeNews(connection, service)),
      refreshRequests.event(({ row, gone }) => {
        const node = gone ? listOf(row) : row;
        if (node instanceof ExplorerNode) this.model.refresh(node);
        else this.model.startOver();
      }),
      this.#view.onDidExpandElement(({ element }) => this.model.setExpanded(element, true)),
      this.#view.onDidCollapseElement(({ element }) => this.model.setExpanded(element, false)),
      this.#view.onDidChangeSelection(({ selection: [row] }) => row && this.model.refresher.lookAt(row)),
      this.#view.onDidChangeVisibility(() => this.#watch()),
      window.onDidChangeWindowState(() => this.#watch()),
    ];
  }

  /** Keeps rows current only while they can be seen, and for some minutes after the window was left. */
  #watch(): void {
    clearTimeout(this.#unfocused);
    clearInterval(this.#notice);
    if (!this.#view.visible) return this.model.refresher.setActive(false);
    this.#notice = setInterval(() => this.#tell(), 1000);
    this.#tell();
    if (window.state.focused) return this.model.refresher.setActive(true);
    this.#unfocused = setTimeout(() => this.model.refresher.setActive(false), unfocusedFor);
  }

  async #getRoots(): Promise<ExplorerNode[]> {
    try {
      const roots = await this.model.roots();
      const [only] = roots;
      if (roots.length !== 1 || !only) {
        this.#stateOf(undefined);
        // VS Code asks for what is below them one after the other: nobody waits for the one before.
        this.model.readAhead(roots);
        return roots;
      }
      await this.model.ready(only);
      return this.#stateOf(only.branch?.error) === 'ready' ? roots : [];
    } catch (error) {
      if (!isCancellation(error)) this.#stateOf(error);
      return [];
    }
  }

  /** With one connection, what keeps it from being used fills the view. */
  #stateOf(error: unknown): ExplorerState {
    this.#state = stateAfter(error);
    if (this.#state === 'notConfigured' || this.#state === 'noCredentials') void offerWaysIn();
    setContextKey('ecs.explorer.state', this.#state);
    this.#tell();
    return this.#state;
  }

  /** Rows that have changed; with one connection a new error may empty the view, or fill it again. */
  #show(nodes: readonly (ExplorerNode | undefined)[]): void {
    const [only, ...others] = this.model.connections;
    const isAll =
      nodes.includes(undefined) ||
      (only !== undefined &&
        others.length === 0 &&
        nodes.includes(only) &&
        stateAfter(only.branch?.error) !== this.#state);
    // VS Code loses answers that it is waiting for when it draws anew what they stand below.
    for (const wait of this.#waiting) wait.isStale ||= isAll || isBelow(wait.node, nodes);
    for (const node of isAll ? [undefined] : nodes) this.#changed.fire(node);
    this.#tell();
  }

  /** What the view says beside its rows: what is left out, that AWS throttles, how many services are in trouble. */
  #tell(): void {
    const { filter, troubledOnly } = this.model.options.choices;
    const shown = [
      ...(filter ? [l10n.t('Filter: {0}', filter)] : []),
      ...(filter && !this.model.options.nameTest ? [l10n.t('(not a regular expression)')] : []),
      ...(troubledOnly ? [l10n.t('Only services in trouble')] : []),
    ].join(' · ');
    const pause = Math.ceil(this.model.refresher.pausedFor / 1000);
    const throttled = pause > 0 ? l10n.t('AWS throttles this account: the rows are read again in {0} s.', pause) : '';
    // VS Code shows a message instead of what fills the view, which is the only way out then.
    const isFilled = this.#state !== 'ready' && this.#state !== 'loading';
    const message = isFilled ? undefined : [shown, throttled].filter(Boolean).join('\n') || undefined;
    if (this.#view.message !== message) this.#view.message = message;
    this.#tellProgress();
    const troubled = this.model.troubled.length;
    if ((this.#view.badge?.value ?? 0) === troubled) return;
    const tooltip = troubled === 1 ? l10n.t('1 service in trouble') : l10n.t('{0} services in trouble', troubled);
    this.#view.badge = troubled === 0 ? undefined : { value: troubled, tooltip };
  }

  /** A search that takes a while is seen at the top of the view, wherever it is scrolled to. */
  #tellProgress(): void {
    if (!this.model.isSearching) {
      this.#endProgress?.();
      this.#endProgress = undefined;
    } else if (!this.#endProgress) {
      const search = Promise.withResolvers<void>();
      this.#endProgress = search.resolve;
      void window.withProgress({ location: { viewId } }, () => search.promise);
    }
  }
}

function stateAfter(error: unknown): ExplorerState {
  return (error instanceof AwsError && welcomeStates[error.kind]) || 'ready';
}

/** What fills the view offers “aws configure” where it can be run, and to sign in where a profile does that. */
async function offerWaysIn(): Promise<void> {
  setContextKey('ecs.hasAwsCli', await hasAwsCli(process.env));
  setContextKey('ecs.canSignIn', signInProfiles(await fetchSharedConfig()).length > 0);
}

function isBelow(node: ExplorerNode, others: readonly (ExplorerNode | undefined)[]): boolean {
  for (let above = node.parent; above; above = above.parent) if (others.includes(above)) return true;
  return false;
}
