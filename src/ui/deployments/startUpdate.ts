import type { Service } from '@aws-sdk/client-ecs';
import { updateService, type UpdateServiceInput } from '../../aws/change/service.ts';
import type { ChangeSession } from '../../aws/connection/changeSession.ts';
import type { Consent } from '../../aws/connection/gate.ts';
import { familyRevision } from '../../ecs/arn.ts';
import { primaryDeployment } from '../../ecs/deployment/rollout.ts';
import { changeAsSeen } from '../common/change/changeAsSeen.ts';
import { KeptConnections } from '../common/connections/keptConnections.ts';
import type { ServiceResource } from '../common/resource.ts';
import type { Workbench } from '../common/workbench.ts';
import type { StartedDeployment } from './followRollout.ts';

/** A deployment as an update started it; without an id where ECS saw no need for one. */
export type UpdateStart = Omit<StartedDeployment, 'deploymentId'> & { deploymentId: string | undefined };

/** What an update changes. Only that is sent: with a task definition, say, the call needs iam:PassRole. */
type Update = Omit<UpdateServiceInput, 'cluster' | 'service'>;

/** An update and the consent to it. */
export interface AgreedUpdate {
  consent: Consent;
  update: Update;
}

/** Asks for an update of a service, anew where somebody else changed the service meanwhile, and starts it. */
export function askAndUpdate(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  question: {
    /** Says what goes on: “Scaling checkout”. */
    title: string;
    ask: (service: Service, between: readonly string[]) => Promise<AgreedUpdate | undefined>;
  },
): Promise<UpdateStart | undefined> {
  return changeAsSeen(target, service, {
    ...question,
    send: (session, seen, agreed, signal) =>
      startUpdate(workbench, target, { session, service: seen, ...agreed, signal }),
  });
}

/**
 * Sends an update that was agreed to, and lets every view show the service as it then is. `service` is the service as the
 * person saw it.
 */
export async function startUpdate(
  workbench: Workbench,
  target: ServiceResource,
  agreed: AgreedUpdate & { session: ChangeSession; service: Service; signal: AbortSignal },
): Promise<UpdateStart> {
  const { session, service, update, consent, signal } = agreed;
  const { clusterArn: cluster } = target;
  const { serviceName = '' } = service;
  // What it starts is followed over the account that it was agreed to for, wherever the window has turned by then.
  const connection = await workbench.own(KeptConnections).of(session);
  const input = { cluster, service: serviceName, ...update };
  const { service: updated, deploymentId } = await updateService(session, service, input, consent, signal);
  workbench.serviceNews.fire({ connection, service: updated });
  const primary = primaryDeployment(updated);
  const revision = familyRevision(update.taskDefinition ?? primary?.taskDefinition ?? updated.taskDefinition ?? '');
  return { target: { ...target, connection }, serviceName, deploymentId, revision, createdAt: primary?.createdAt };
}
