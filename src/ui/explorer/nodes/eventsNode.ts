import type { ServiceEvent } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { fetchService } from '../../../aws/read/services.ts';
import { saysRollback } from '../../../ecs/deployment/rollout.ts';
import { age } from '../../../ecs/text/age.ts';
import { eventText } from '../../common/eventText.ts';
import type { ServiceResource } from '../../common/resource.ts';
import type { LoadTools } from './branchNode.ts';
import { GroupNode } from './groupNode.ts';
import { leaf } from './leafNode.ts';
import type { ExplorerNode } from './node.ts';

/** The newest hundred events of a service, in which ECS says what it does. */
export class EventsNode extends GroupNode {
  protected readonly icon = 'history';
  readonly #resource: ServiceResource;

  constructor(service: ExplorerNode & { resource: ServiceResource }) {
    super(service, 'events');
    this.#resource = service.resource;
  }

  protected get label(): string {
    return l10n.t('Events');
  }

  protected override get emptyText(): string {
    return l10n.t('No events');
  }

  protected async load({ signal }: LoadTools): Promise<ExplorerNode[]> {
    const { clusterArn, serviceArn } = this.#resource;
    const { events = [] } = await fetchService(this.connection, clusterArn, serviceArn, signal);
    return events.map((event, index) => this.#row({ id: String(index), ...event }));
  }

  #row({ id = '', createdAt, message = '' }: ServiceEvent): ExplorerNode {
    const bad = /unable|failed|unhealthy|insufficient|error/i.test(message) || saysRollback(message);
    return leaf(this, {
      key: `event ${id}`,
      kind: 'event',
      label: eventText(message),
      description: createdAt && l10n.t('{0} ago', age(createdAt, this.context.now())),
      icon: bad ? 'warning' : 'circle-small',
      color: bad ? 'list.warningForeground' : undefined,
      tooltip: [...(createdAt ? [createdAt.toLocaleString()] : []), message],
    });
  }
}
