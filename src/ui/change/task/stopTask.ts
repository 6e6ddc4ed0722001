import { serviceNameOf } from '../../../ecs/task/serviceNameOf.ts';
import { l10n, type QuickPickItem } from 'vscode';
import { stopTask } from '../../../aws/change/task.ts';
import { fetchTasks, fetchTasksByArn } from '../../../aws/read/tasks.ts';
import { familyRevision, nameOfArn, shortTaskId } from '../../../ecs/arn.ts';
import { carryOut } from '../../common/change/carryOut.ts';
import { assertMayChange, confirmChange } from '../../common/change/confirmChange.ts';
import { clusterArnOf, type TaskResource, resourceOf } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { pickCluster } from '../../common/pick/servicePicker.ts';
import { askInput, pickOne } from '../../common/pick/pickOne.ts';
import { showInformation } from '../../common/messages.ts';

export const failure = (): string => l10n.t('The task was not stopped.');

const title = (): string => l10n.t('Stop Task');

/** Stops a task; ECS and everybody else will see the reason that is asked for. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = await chooseTask(workbench, node);
  const { connection, clusterArn, taskArn } = target;
  await assertMayChange(connection, nameOfArn(clusterArn));
  const id = shortTaskId(taskArn);
  const [task] = await fetchTasksByArn(connection, clusterArn, [taskArn]);
  if (!task || task.desiredStatus === 'STOPPED') throw new UserError(l10n.t('Task {0} has already been stopped.', id));
  const reason = await askInput({
    title: title(),
    prompt: l10n.t('Reason for stopping task {0}; it is shown with the stopped task', id),
    placeHolder: l10n.t('May be left empty'),
    validateInput: (text) => (text.length > 255 ? l10n.t('At most 255 characters.') : undefined),
  });
  const service = serviceNameOf(task);
  const consent = await confirmChange({
    connection,
    operation: 'StopTask',
    question: l10n.t('Stop task {0}?', id),
    resource: l10n.t('task {0}', `${nameOfArn(clusterArn)}/${nameOfArn(taskArn)}`),
    cluster: nameOfArn(clusterArn),
    changes: [
      l10n.t('Task definition {0}', familyRevision(task.taskDefinitionArn ?? '')),
      service
        ? l10n.t('It belongs to service {0}, which will start another one in its place.', service)
        : l10n.t('No service will start it again.'),
      ...(reason ? [l10n.t('Reason: {0}', reason)] : []),
    ],
    action: l10n.t('Stop Task'),
  });
  await carryOut(connection, l10n.t('Stopping task {0}', id), (session, signal) =>
    stopTask(session, { clusterArn, taskArn, reason }, consent, signal),
  );
  workbench.refreshRequests.fire({ row: node });
  void showInformation(l10n.t('Task {0} is being stopped.', id));
}

interface TaskItem extends QuickPickItem {
  arn: string;
}

async function chooseTask(workbench: Workbench, node: unknown): Promise<TaskResource> {
  const given = resourceOf(node);
  if (given?.kind === 'task') return given;
  if (given?.kind === 'container') {
    const { connection, clusterArn, taskArn } = given;
    return { kind: 'task', connection, clusterArn, taskArn };
  }
  const connection = given?.connection ?? (await workbench.connections.active());
  const clusterArn = clusterArnOf(given) ?? (await pickCluster(connection, title()));
  await assertMayChange(connection, nameOfArn(clusterArn));
  const service = given?.kind === 'service' ? nameOfArn(given.serviceArn) : undefined;
  const items = fetchTasks(connection, { cluster: clusterArn, service }).then((tasks): TaskItem[] =>
    tasks.map(({ taskArn = '', taskDefinitionArn = '', group = '', lastStatus = '' }) => ({
      label: shortTaskId(taskArn),
      description: [familyRevision(taskDefinitionArn), group, lastStatus].filter(Boolean).join(' · '),
      arn: taskArn,
    })),
  );
  const picked = await pickOne(items, {
    title: title(),
    placeHolder: l10n.t('Task'),
    matchOnDescription: true,
  });
  return { kind: 'task', connection, clusterArn, taskArn: picked.arn };
}
