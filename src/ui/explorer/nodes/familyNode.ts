import * as l10n from '@vscode/l10n';
import { fetchRevisionPage } from '../../../aws/read/taskDefinitions.ts';
import { revisionOf } from '../../../ecs/arn.ts';
import { BranchNode, type LoadTools, type Polling } from './branchNode.ts';
import { leaf } from './leafNode.ts';
import { below, type ExplorerNode, type NodePlace, type RowItem } from './node.ts';
import { RevisionNode } from './revisionNode.ts';

const statuses = ['ACTIVE', 'INACTIVE'] as const;

/** A family with its revisions below it, newest first. */
export class FamilyNode extends BranchNode {
  readonly kind = 'family';
  readonly name: string;
  #isActive: boolean;
  /** Pages of a hundred that are shown. */
  #pages = 1;
  #hasMore = false;

  constructor(place: NodePlace & { parent?: ExplorerNode | undefined }, name: string, isActive: boolean) {
    super(place, `${place.connection.spec.id}#family ${name}`, {
      kind: 'family',
      connection: place.connection,
      family: name,
    });
    this.name = name;
    this.#isActive = isActive;
  }

  get isActive(): boolean {
    return this.#isActive;
  }

  override get polling(): Polling {
    return 'slow';
  }

  item(): RowItem {
    const description = this.#isActive ? undefined : l10n.t('inactive');
    return {
      label: this.name,
      description,
      icon: 'file-code',
      color: this.#isActive ? undefined : 'list.deemphasizedForeground',
      spoken: [l10n.t('task definition {0}', this.name), description].filter(Boolean).join(', '),
      expandable: 'collapsed',
    };
  }

  override rows(): ExplorerNode[] {
    const rows = super.rows();
    if (!this.#hasMore) return rows;
    return [...rows, leaf(this, { key: 'more', label: l10n.t('More revisions…'), icon: 'ellipsis', command: 'more' })];
  }

  protected override get emptyText(): string {
    return l10n.t('No revisions');
  }

  /** Reads a further page of older revisions. */
  async loadMore(): Promise<void> {
    this.#pages++;
    await this.branch.reload();
  }

  protected override takeOver(fresh: ExplorerNode): boolean {
    if (!(fresh instanceof FamilyNode)) return false;
    this.#isActive = fresh.#isActive;
    return true;
  }

  protected async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const limit = this.#pages * 100;
    const lists = await Promise.all(statuses.map((status) => this.#list(status, limit, signal)));
    const [active, inactive] = lists;
    // The inactive ones first: where a server answers both questions alike, what is active counts.
    const byArn = new Map([...(inactive?.arns ?? []).map(as('INACTIVE')), ...(active?.arns ?? []).map(as('ACTIVE'))]);
    const all = [...byArn].map(([arn, status]) => ({ arn, status }));
    all.sort((a, b) => (revisionOf(b.arn) ?? 0) - (revisionOf(a.arn) ?? 0));
    this.#hasMore = all.length > limit || lists.some((list) => list.hasMore);
    return all.slice(0, limit).map(({ arn, status }) => new RevisionNode(below(this), arn, status));
  }

  async #list(
    status: (typeof statuses)[number],
    limit: number,
    signal: AbortSignal,
  ): Promise<{ arns: string[]; hasMore: boolean }> {
    const arns: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await fetchRevisionPage(this.connection, this.name, { status, nextToken }, signal);
      arns.push(...page.arns);
      nextToken = page.nextToken;
    } while (nextToken && arns.length < limit);
    return { arns, hasMore: Boolean(nextToken) };
  }
}

function as<S extends (typeof statuses)[number]>(status: S): (arn: string) => [string, S] {
  return (arn) => [arn, status];
}
