import type { Task } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import { chooseService } from '../common/pick/chooseService.ts';
import { resourceOf } from '../common/resource.ts';
import type { Workbench } from '../common/workbench.ts';
import { openWhyPanel } from './panel/whyPanels.ts';
import type { AskedResource } from './whySubject.ts';

export const failure = (): string => l10n.t('Why cannot be said.');

/** Says why a task stopped or waits, or why a service is not as it should be: that of the row, or one that is picked. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  const resource = await askedResource(workbench, argument);
  const { account } = await resource.connection.identity();
  openWhyPanel(workbench, { resource, account, task: taskOf(argument) });
}

async function askedResource(workbench: Workbench, argument: unknown): Promise<AskedResource> {
  const given = resourceOf(argument);
  if (given?.kind === 'task') return given;
  if (given?.kind === 'container') {
    const { connection, clusterArn, taskArn } = given;
    return { kind: 'task', connection, clusterArn, taskArn };
  }
  return chooseService(workbench, argument, l10n.t('Why?'));
}

/** The task that a row shows. */
function taskOf(argument: unknown): Task | undefined {
  const task = typeof argument === 'object' && argument !== null && 'task' in argument ? argument.task : undefined;
  return typeof task === 'object' && task !== null && 'taskArn' in task ? (task as Task) : undefined;
}
