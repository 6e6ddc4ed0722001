import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { familyOf, familyRevision, nameOfArn } from '../../../ecs/arn.ts';
import { assertMayChange, confirmChange } from '../../common/change/confirmChange.ts';
import { tasksText } from '../../common/countText.ts';
import { pickCluster } from '../../common/pick/servicePicker.ts';
import { askSteps } from '../../common/pick/steps.ts';
import { clusterArnOf, resourceOf } from '../../common/resource.ts';
import type { RefreshRequest, Workbench } from '../../common/workbench.ts';
import type { StartedDeployment } from '../../deployments/followRollout.ts';
import { createServiceSteps } from './createServiceSteps.ts';
import { createServiceInput, type ServiceDraft } from './serviceDraft.ts';
import { startService } from './startService.ts';

export const failure = (): string => l10n.t('The service was not created.');

/** Asks step by step for a new service, of the cluster that it was called on, shows what will be, and creates it. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const resource = resourceOf(node);
  const connection = resource?.connection ?? (await workbench.connections.active());
  const clusterArn = clusterArnOf(resource);
  await createServiceOf(workbench, connection, { clusterArn, refresh: clusterArn ? { row: node } : {} });
}

/** What is known of a new service before anything is asked. */
interface KnownService {
  clusterArn: string | undefined;
  /** ARN of the revision that it is to run. */
  taskDefinitionArn?: string;
  refresh?: RefreshRequest;
}

/** The same from another flow, which may know the revision. Resolves to its first deployment, which is followed. */
export async function createServiceOf(
  workbench: Workbench,
  connection: Connection,
  { clusterArn: given, taskDefinitionArn, refresh = {} }: KnownService,
): Promise<StartedDeployment | undefined> {
  const clusterArn = given ?? (await pickCluster(connection, l10n.t('Create Service')));
  await assertMayChange(connection, nameOfArn(clusterArn));
  const revision = taskDefinitionArn ? await fetchTaskDefinition(connection, taskDefinitionArn) : undefined;
  const draft = draftOf(clusterArn, revision?.taskDefinition);
  await askSteps(createServiceSteps(connection, draft));
  const cluster = nameOfArn(clusterArn);
  const consent = await confirmChange({
    connection,
    operation: 'CreateService',
    question: l10n.t('Create service {0}?', draft.name),
    resource: l10n.t('service {0}/{1}', cluster, draft.name),
    cluster,
    changes: changeLines(draft),
    action: l10n.t('Create'),
  });
  return startService(workbench, connection, { input: createServiceInput(draft), consent, refresh });
}

function draftOf(clusterArn: string, taskDefinition: TaskDefinition | undefined): ServiceDraft {
  const { taskDefinitionArn = '' } = taskDefinition ?? {};
  return {
    clusterArn,
    name: familyOf(taskDefinitionArn),
    taskDefinition,
    capacity: undefined,
    network: undefined,
    loadBalancer: undefined,
    desiredCount: 1,
  };
}

function changeLines({ taskDefinition, capacity, network, loadBalancer, desiredCount }: ServiceDraft): string[] {
  const where = capacity && ('launchType' in capacity ? capacity.launchType : capacity.capacityProvider);
  return [
    l10n.t('Task definition {0}', familyRevision(taskDefinition?.taskDefinitionArn ?? '')),
    l10n.t('{0} on {1}', tasksText(desiredCount), where ?? l10n.t('the default of the cluster')),
    ...(network
      ? [l10n.t('Network {0}', [...(network.subnets ?? []), ...(network.securityGroups ?? [])].join(', '))]
      : []),
    ...(network?.assignPublicIp === 'ENABLED' ? [l10n.t('Each task gets a public address.')] : []),
    ...(loadBalancer ? [l10n.t('Target group {0}', loadBalancer.targetGroupArn?.split('/')[1] ?? '')] : []),
    l10n.t('The circuit breaker is on: a deployment that fails ends, and later ones are rolled back.'),
  ];
}
