import type { Deployment, Service } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { age } from '../../../ecs/text/age.ts';
import { familyRevision, revisionOf } from '../../../ecs/arn.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { ExplorerNode, type RowItem, type NodePlace } from './node.ts';

/** Whether a deployment is worth a row: all of them while there are several, or one that has not completed. */
export function isInProgress(service: Service): (deployment: Deployment) => boolean {
  const several = (service.deployments?.length ?? 0) > 1;
  return ({ rolloutState }) => several || (rolloutState !== undefined && rolloutState !== 'COMPLETED');
}

/** A deployment of a service while it lasts; it comes with the service, at no further call. */
export class DeploymentNode extends ExplorerNode {
  readonly kind = 'deployment';
  /** Commands take it for its service: the one that shows a deployment shows what is under way. */
  override readonly resource: ServiceResource | undefined;
  readonly #deployment: Deployment;

  constructor(place: NodePlace & { parent?: ExplorerNode | undefined }, deployment: Deployment, index: number) {
    const { resource } = place.parent ?? {};
    super(place, `${place.parent?.id}#deployment ${deployment.id ?? index}`, resource);
    this.resource = resource?.kind === 'service' ? resource : undefined;
    this.#deployment = deployment;
  }

  item(): RowItem {
    const { taskDefinition = '', runningCount = 0, desiredCount = 0, pendingCount = 0 } = this.#deployment;
    const { failedTasks = 0, createdAt } = this.#deployment;
    const { icon, color, text } = this.#state();
    const facts = [
      text,
      `${runningCount}/${desiredCount}`,
      ...(pendingCount > 0 ? [l10n.t('{0} pending', pendingCount)] : []),
      ...(failedTasks > 0 ? [l10n.t('{0} failed', failedTasks)] : []),
      ...(createdAt ? [age(createdAt, this.context.now())] : []),
    ].filter(Boolean);
    const label = l10n.t('Deployment :{0}', revisionOf(taskDefinition) ?? '?');
    return { label, description: facts.join(' · '), icon, color, spoken: [label, ...facts].join(', ') };
  }

  override tooltip(): readonly string[] {
    const { id = '', rolloutStateReason, status = '', taskDefinition = '' } = this.#deployment;
    return [familyRevision(taskDefinition), ...(rolloutStateReason ? [rolloutStateReason] : []), `${status} ${id}`];
  }

  #state(): { icon: string; color?: string; text: string } {
    const { status, rolloutState, rolloutStateReason = '' } = this.#deployment;
    if (rolloutState === 'FAILED') return { icon: 'error', color: 'list.errorForeground', text: l10n.t('failed') };
    if (status !== 'PRIMARY') return { icon: 'history', text: l10n.t('being replaced') };
    if (/rolling back/i.test(rolloutStateReason)) {
      return { icon: 'discard', color: 'list.warningForeground', text: l10n.t('rolling back') };
    }
    return rolloutState === 'COMPLETED'
      ? { icon: 'pass', color: 'testing.iconPassed', text: l10n.t('completed') }
      : { icon: 'sync', color: 'charts.blue', text: l10n.t('in progress') };
  }
}
