import type { Deployment, Service } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { age } from '../../../ecs/text/age.ts';
import { familyRevision, revisionOf } from '../../../ecs/arn.ts';
import { deploymentState, type DeploymentState, primaryDeployment } from '../../../ecs/deployment/rollout.ts';
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
  readonly #state: DeploymentState;
  /** The service has come back to where it was before this one. */
  readonly #isBack: boolean;

  /** `seen`: the service that shows it, and when it did, in milliseconds by AWS's clock. */
  constructor(
    place: NodePlace & { parent?: ExplorerNode | undefined },
    deployment: Deployment,
    index: number,
    seen: { service: Service; at: number },
  ) {
    const { resource } = place.parent ?? {};
    super(place, `${place.parent?.id}#deployment ${deployment.id ?? index}`, resource);
    this.resource = resource?.kind === 'service' ? resource : undefined;
    this.#deployment = deployment;
    this.#state = deploymentState(deployment, seen.service, seen.at);
    this.#isBack = primaryDeployment(seen.service)?.rolloutState === 'COMPLETED';
  }

  item(): RowItem {
    const { taskDefinition = '', runningCount = 0, desiredCount = 0, pendingCount = 0 } = this.#deployment;
    const { failedTasks = 0, createdAt } = this.#deployment;
    const { icon, color, text } = this.#look();
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

  #look(): { icon: string; color?: string; text: string } {
    switch (this.#state) {
      case 'failed':
        return { icon: 'error', color: 'list.errorForeground', text: l10n.t('failed') };
      case 'rolledBack':
        return { icon: 'discard', color: 'list.errorForeground', text: this.#rolledBackText() };
      case 'returning':
        return { icon: 'discard', color: 'list.warningForeground', text: l10n.t('rolling back') };
      case 'replaced':
        return { icon: 'history', text: l10n.t('being replaced') };
      case 'completed':
        return { icon: 'pass', color: 'testing.iconPassed', text: l10n.t('completed') };
      case 'inProgress':
        return { icon: 'sync', color: 'charts.blue', text: l10n.t('in progress') };
    }
  }
  #rolledBackText(): string {
    return this.#isBack ? l10n.t('rolled back') : l10n.t('being rolled back');
  }
}
