import { l10n } from 'vscode';
import { createService } from '../../../aws/change/service.ts';
import { familyRevision, nameOfArn } from '../../../ecs/arn.ts';
import { carryOut } from '../../common/change/carryOut.ts';
import { assertMayChange, confirmChange } from '../../common/change/confirmChange.ts';
import { tasksText } from '../../common/countText.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { askSteps } from '../../common/pick/steps.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { createServiceSteps } from './createServiceSteps.ts';
import { createServiceInput, type ServiceDraft } from './serviceDraft.ts';
import { showInformation } from '../../common/messages.ts';

export const failure = (): string => l10n.t('The service was not created.');

/** Asks step by step for a new service of a cluster, shows what will be, and creates it. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const [resource] = chosenResources(node, undefined);
  if (resource?.kind !== 'cluster') throw new UserError(l10n.t('Choose a cluster of the ECS view first.'));
  const { connection, clusterArn } = resource;
  await assertMayChange(connection, nameOfArn(clusterArn));
  const draft: ServiceDraft = {
    clusterArn,
    name: '',
    taskDefinition: undefined,
    capacity: undefined,
    network: undefined,
    loadBalancer: undefined,
    desiredCount: 1,
  };
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
  await carryOut(connection, l10n.t('Creating {0}', draft.name), (session, signal) =>
    createService(session, createServiceInput(draft), consent, signal),
  );
  workbench.refreshRequests.fire({ row: node });
  void showInformation(l10n.t('Service {0} was created: its tasks are starting.', draft.name));
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
    l10n.t('The circuit breaker is on: a deployment that fails is rolled back.'),
  ];
}
