import { l10n } from 'vscode';
import { fetchService } from '../../aws/read/services.ts';
import { fetchTasksByArn } from '../../aws/read/tasks.ts';
import type { Resource } from './resource.ts';
import { UserError } from './userError.ts';
import { showRows } from './waysOut.ts';

/** The task definition of a resource, by its ARN or family: what a service or task runs, or what a row is itself. */
export async function taskDefinitionOf(target: Resource): Promise<string> {
  if (target.kind === 'revision') return target.taskDefinitionArn;
  if (target.kind === 'family') return target.family;
  if (target.kind !== 'service' && target.kind !== 'task' && target.kind !== 'container') {
    throw new UserError(l10n.t('Choose a service, task or revision of the ECS view first.'), showRows());
  }
  const { connection, clusterArn } = target;
  if (target.kind === 'service') {
    return (await fetchService(connection, clusterArn, target.serviceArn)).taskDefinition ?? '';
  }
  const [task] = await fetchTasksByArn(connection, clusterArn, [target.taskArn]);
  if (!task?.taskDefinitionArn) throw new UserError(l10n.t('ECS no longer knows this task.'));
  return task.taskDefinitionArn;
}
