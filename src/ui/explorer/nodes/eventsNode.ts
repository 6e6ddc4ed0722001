import type { ServiceEvent } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { fetchService } from '../../../aws/read/services.ts';
import { saysRollback } from '../../../ecs/deployment/rollout.ts';
import { age } from '../../../ecs/text/age.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { below, ExplorerNode, type LoadTools, type RowItem } from './node.ts';
import { leaf } from './leafNode.ts';

/** The newest hundred events of a service, in which ECS says what it does. */
export class EventsNode extends ExplorerNode {
  readonly kind = 'group';
  readonly #resource: ServiceResource;

  constructor(service: ExplorerNode & { resource: ServiceResource }) {
    super(below(service), `${service.id}#events`);
    this.#resource = service.resource;
  }

  item(): RowItem {
    const label = l10n.t('Events');
    return { label, icon: 'history', spoken: label, expandable: 'collapsed' };
  }

  override rows(): ExplorerNode[] {
    const rows = super.rows();
    return rows.length > 0 || !this.branch?.isComplete
      ? rows
      : [leaf(this, { key: 'message', label: l10n.t('No events') })];
  }

  protected override async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const { clusterArn, serviceArn } = this.#resource;
    const { events = [] } = await fetchService(this.connection, clusterArn, serviceArn, signal);
    return events.map((event, index) => this.#row({ id: String(index), ...event }));
  }

  #row({ id = '', createdAt, message = '' }: ServiceEvent): ExplorerNode {
    const bad = /unable|failed|unhealthy|insufficient|error/i.test(message) || saysRollback(message);
    return leaf(this, {
      key: `event ${id}`,
      kind: 'event',
      // Each message begins with the service's name, which stands above.
      label: message.replace(/^\(service [^)]*\) (?:\(deployment [^)]*\) )?/, ''),
      description: createdAt && age(createdAt, this.context.now()),
      icon: bad ? 'warning' : 'circle-small',
      color: bad ? 'list.warningForeground' : undefined,
      tooltip: [...(createdAt ? [createdAt.toLocaleString()] : []), message],
    });
  }
}
