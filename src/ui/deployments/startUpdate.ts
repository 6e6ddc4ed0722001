import type { Service } from '@aws-sdk/client-ecs';
import { updateService, type UpdateServiceInput } from '../../aws/change/service.ts';
import type { Consent } from '../../aws/connection/gate.ts';
import { familyRevision } from '../../ecs/arn.ts';
import { primaryDeployment } from '../../ecs/deployment/rollout.ts';
import type { ServiceResource } from '../common/resource.ts';
import type { Workbench } from '../common/workbench.ts';
import type { StartedDeployment } from './followRollout.ts';

/** A deployment as an update started it; without an id where ECS saw no need for one. */
export type UpdateStart = Omit<StartedDeployment, 'deploymentId'> & { deploymentId: string | undefined };

/**
 * Sends an update that was agreed to, and lets every view show the service as it then is. `service` is the service as the
 * person saw it. Only what changes is sent: with a task definition, say, the call needs iam:PassRole.
 */
export async function startUpdate(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  change: Omit<UpdateServiceInput, 'cluster' | 'service'>,
  consent: Consent,
): Promise<UpdateStart> {
  const { connection, clusterArn: cluster } = target;
  const { serviceName = '' } = service;
  const input = { cluster, service: serviceName, ...change };
  const { service: updated, deploymentId } = await updateService(connection, service, input, consent);
  workbench.serviceNews.fire({ connection, service: updated });
  const primary = primaryDeployment(updated);
  const revision = familyRevision(change.taskDefinition ?? primary?.taskDefinition ?? updated.taskDefinition ?? '');
  return { target, serviceName, deploymentId, revision, createdAt: primary?.createdAt };
}
