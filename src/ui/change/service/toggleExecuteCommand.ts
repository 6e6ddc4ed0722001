import type { Service } from '@aws-sdk/client-ecs';
import { commands, l10n, window } from 'vscode';
import { fetchService } from '../../../aws/read/services.ts';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import type { CommandId } from '../../../manifest.ts';
import { confirmChange } from '../../common/confirmChange.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { startUpdate } from '../../deployments/startUpdate.ts';
import { chooseService } from '../../common/pick/chooseService.ts';
import { changedService } from '../../common/changedService.ts';
import { assertEcsDeploys } from '../deployment/deploymentController.ts';

export const failure = (): string => l10n.t('Execute command was not changed.');

/** Lets people open a shell in the tasks that a service starts from now on, or stops that. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = await chooseService(workbench, node, l10n.t('Enable or Disable Execute Command'));
  const { connection, clusterArn, serviceArn } = target;
  const service = await fetchService(connection, clusterArn, serviceArn);
  assertEcsDeploys(service);
  const { serviceName = '' } = service;
  const enable = service.enableExecuteCommand !== true;
  if (enable) await assertTaskRole(target, service);
  const consent = await confirmChange({
    connection,
    operation: 'UpdateService',
    question: enable
      ? l10n.t('Enable execute command for {0}?', serviceName)
      : l10n.t('Disable execute command for {0}?', serviceName),
    ...changedService(service),
    changes: [
      enable ? l10n.t('Execute command: disabled → enabled') : l10n.t('Execute command: enabled → disabled'),
      l10n.t('It holds for tasks that start from now on; those that run keep what they have.'),
    ],
    action: enable ? l10n.t('Enable') : l10n.t('Disable'),
  });
  await startUpdate(workbench, target, service, { enableExecuteCommand: enable }, consent);
  void offerNewTasks(target, serviceName, enable);
}

/** ECS refuses a service whose tasks have no role: the agent in them needs one. */
async function assertTaskRole({ connection }: ServiceResource, { taskDefinition = '' }: Service): Promise<void> {
  const described = await fetchTaskDefinition(connection, taskDefinition);
  if (described.taskDefinition.taskRoleArn) return;
  throw new UserError(
    l10n.t(
      '{0} names no task role. Execute command needs a taskRoleArn whose role may use ssmmessages: register and deploy a revision with one first.',
      familyRevision(taskDefinition),
    ),
  );
}

async function offerNewTasks(target: ServiceResource, serviceName: string, enabled: boolean): Promise<void> {
  const text = enabled
    ? l10n.t('Execute command is enabled for new tasks of {0}.', serviceName)
    : l10n.t('Execute command is disabled for new tasks of {0}.', serviceName);
  const again = l10n.t('Force New Deployment…');
  const command: CommandId = 'ecs.forceNewDeployment';
  if ((await window.showInformationMessage(text, again)) === again)
    await commands.executeCommand(command, { resource: target });
}
