import type { Service } from '@aws-sdk/client-ecs';
import { commands, l10n } from 'vscode';
import type { Consent } from '../../../aws/connection/gate.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import type { CommandId } from '../../../manifest.ts';
import type { Command } from '../../common/command.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import { onService } from '../../common/waysOut.ts';
import type { Workbench } from '../../common/workbench.ts';
import { askAndUpdate } from '../../deployments/startUpdate.ts';
import { chooseServiceToChange } from '../chooseServiceToChange.ts';
import { changedService } from '../../common/change/changedService.ts';
import { assertEcsDeploys } from '../deployment/deploymentController.ts';
import { showInformation } from '../../common/messages.ts';

const failure = (): string => l10n.t('Execute command was not changed.');

/** Lets people open a shell in the tasks that a service starts from now on. */
export const enableExecuteCommand: Command = {
  failure,
  run: (workbench, node) => setExecuteCommand(workbench, node, true),
};

/** Keeps people from opening a shell in the tasks that a service starts from now on. */
export const disableExecuteCommand: Command = {
  failure,
  run: (workbench, node) => setExecuteCommand(workbench, node, false),
};

async function setExecuteCommand(workbench: Workbench, node: unknown, enable: boolean): Promise<void> {
  const action = enable ? l10n.t('Enable Execute Command') : l10n.t('Disable Execute Command');
  const target = await chooseServiceToChange(workbench, node, action);
  const { connection, clusterArn, serviceArn } = target;
  const service = await fetchService(connection, clusterArn, serviceArn);
  assertEcsDeploys(service);
  const { serviceName = '' } = service;
  if ((service.enableExecuteCommand === true) === enable) {
    throw new UserError(
      enable
        ? l10n.t('It is enabled for {0} already. Tasks that run longer than that need a new deployment.', serviceName)
        : l10n.t('It is disabled for {0} already. Tasks that run longer than that need a new deployment.', serviceName),
    );
  }
  if (enable) await assertTaskRole(target, service);
  const started = await askAndUpdate(workbench, target, service, {
    title: enable
      ? l10n.t('Enabling execute command for {0}', serviceName)
      : l10n.t('Disabling execute command for {0}', serviceName),
    ask: async (seen, between) => ({
      consent: await confirm(target, seen, { enable, between }),
      update: { enableExecuteCommand: enable },
    }),
  });
  if (started) void offerNewTasks(target, serviceName, enable);
}

async function confirm(
  { connection }: ServiceResource,
  service: Service,
  { enable, between }: { enable: boolean; between: readonly string[] },
): Promise<Consent> {
  const { serviceName = '' } = service;
  return confirmChange({
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
    between,
    action: enable ? l10n.t('Enable') : l10n.t('Disable'),
  });
}

/** ECS refuses a service whose tasks have no role: the agent in them needs one. */
async function assertTaskRole(target: ServiceResource, { taskDefinition = '' }: Service): Promise<void> {
  const described = await fetchTaskDefinition(target.connection, taskDefinition);
  if (described.taskDefinition.taskRoleArn) return;
  throw new UserError(
    l10n.t(
      '{0} names no task role. Execute command needs a taskRoleArn whose role may use ssmmessages: register and deploy a revision with one first.',
      familyRevision(taskDefinition),
    ),
    onService(l10n.t('Open Task Definition'), 'ecs.openTaskDefinition', target),
  );
}

async function offerNewTasks(target: ServiceResource, serviceName: string, enabled: boolean): Promise<void> {
  const text = enabled
    ? l10n.t('Execute command is enabled for new tasks of {0}.', serviceName)
    : l10n.t('Execute command is disabled for new tasks of {0}.', serviceName);
  const again = l10n.t('Force New Deployment…');
  const command: CommandId = 'ecs.forceNewDeployment';
  if ((await showInformation(text, again)) === again) await commands.executeCommand(command, { resource: target });
}
