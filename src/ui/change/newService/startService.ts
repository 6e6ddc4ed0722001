import { l10n } from 'vscode';
import { createService, type CreateServiceInput } from '../../../aws/change/service.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { Consent } from '../../../aws/connection/gate.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { primaryDeployment } from '../../../ecs/deployment/rollout.ts';
import { carryOut } from '../../common/change/carryOut.ts';
import { KeptConnections } from '../../common/connections/keptConnections.ts';
import { showInformation } from '../../common/messages.ts';
import type { RefreshRequest, Workbench } from '../../common/workbench.ts';
import { followInBackground, type StartedDeployment } from '../../deployments/followRollout.ts';

/** A new service that was agreed to. */
export interface AgreedService {
  input: CreateServiceInput;
  consent: Consent;
  /** What is to show it. */
  refresh: RefreshRequest;
}

/** Creates a service and follows its first deployment, where there is one, as every other is followed. */
export async function startService(
  workbench: Workbench,
  connection: Connection,
  { input, consent, refresh }: AgreedService,
): Promise<StartedDeployment | undefined> {
  const { serviceName = '' } = input;
  const { service, kept } = await carryOut(connection, l10n.t('Creating {0}', serviceName), async (session, signal) => {
    // What it starts is followed over the account that it was agreed to for, wherever the window has turned by then.
    const kept = await workbench.own(KeptConnections).of(session);
    return { kept, service: await createService(session, input, consent, signal) };
  });
  workbench.refreshRequests.fire(refresh);
  const { clusterArn = '', serviceArn = '' } = service;
  const {
    id: deploymentId,
    taskDefinition = service.taskDefinition ?? '',
    createdAt,
  } = primaryDeployment(service) ?? {};
  if (!deploymentId) {
    void showInformation(l10n.t('Service {0} was created; ECS shows no deployment for it.', serviceName));
    return undefined;
  }
  const target = { kind: 'service', connection: kept, clusterArn, serviceArn } as const;
  const started = { target, serviceName, deploymentId, revision: familyRevision(taskDefinition), createdAt };
  followInBackground(workbench, started);
  return started;
}
