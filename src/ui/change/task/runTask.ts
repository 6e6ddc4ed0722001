import type { Service } from '@aws-sdk/client-ecs';
import { l10n, Uri, workspace } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { runTask, type RunTaskInput } from '../../../aws/change/task.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { familyOf, familyRevision, nameOfArn } from '../../../ecs/arn.ts';
import { carryOut } from '../../common/change/carryOut.ts';
import { assertMayChange, confirmChange } from '../../common/change/confirmChange.ts';
import { KeptConnections } from '../../common/connections/keptConnections.ts';
import { clusterArnOf, resourceOf } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { askCount } from '../../common/pick/countInput.ts';
import { pickFamily } from '../../common/pick/familyPicker.ts';
import { followTasks, type TasksToFollow } from './followTasks.ts';
import { prepareRevision, registerPrepared } from '../taskDefinition/registerRevision.ts';
import type { TaskShape } from './taskShape.ts';
import { askOverrides } from './taskOverrides.ts';
import { pickPlacement } from './taskPlacement.ts';
import { pickCluster } from '../../common/pick/servicePicker.ts';
import { offer } from '../../common/offer.ts';
import { showLog } from '../../common/waysOut.ts';

export const failure = (): string => l10n.t('No task was run.');

const title = (): string => l10n.t('Run Task');

/** RunTask starts ten at a time. */
const most = 10;

interface Source {
  connection: Connection;
  /** What is run; of a file, what would be registered. */
  definition: TaskShape;
  /** The revision to run, which a file gets when all has been asked for. */
  revision: () => Promise<string>;
  /** Where it is to run, when the command was called there. */
  clusterArn?: string | undefined;
  /** The service that the command was called on. */
  service?: Service | undefined;
}

/** Runs a task of a family, a file, or what a service runs, and follows it to its end. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  void followTasks(workbench, await startTasks(workbench, argument));
}

/** Asks for all that a run needs, and starts it; in the cluster `named`, where a file does not say where it runs. */
export async function startTasks(workbench: Workbench, argument: unknown, named?: string): Promise<TasksToFollow> {
  const { connection, definition, ...given } = await chooseSource(workbench, argument, named);
  const cluster = await chooseCluster(connection, given.clusterArn);
  const placement = await pickPlacement(connection, { cluster, definition, service: given.service });
  const overrides = await askOverrides(definition);
  const count = await askCount({ title: title(), prompt: l10n.t('How many tasks'), value: 1, least: 1, most });
  const taskDefinition = await given.revision();
  const input: RunTaskInput = {
    cluster,
    taskDefinition,
    count,
    ...placement.input,
    ...(overrides ? { overrides: { containerOverrides: [overrides.input] } } : {}),
  };
  const revision = familyRevision(taskDefinition);
  const consent = await confirmChange({
    connection,
    operation: 'RunTask',
    question: count === 1 ? l10n.t('Run a task of {0}?', revision) : l10n.t('Run {0} tasks of {1}?', count, revision),
    resource: l10n.t('cluster {0}', nameOfArn(cluster)),
    cluster: nameOfArn(cluster),
    changes: [l10n.t('Task definition {0}', revision), ...placement.lines, ...(overrides?.lines ?? [])],
    action: l10n.t('Run Task'),
  });
  const { tasks, failures } = await carryOut(connection, l10n.t('Starting {0}', revision), async (session, signal) => {
    await workbench.own(KeptConnections).of(session);
    return runTask(session, input, consent, signal);
  });
  const refused = failures.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(': ')).join('; ');
  if (tasks.length === 0) throw new UserError(l10n.t('ECS could not place the task: {0}', refused));
  if (refused) {
    const text = l10n.t('ECS placed {0} of {1} tasks: {2}', tasks.length, count, refused);
    workbench.log.warn(text);
    offer('warning', text, showLog());
  }
  const taskArns = tasks.flatMap(({ taskArn }) => taskArn ?? []);
  return { connection, clusterArn: cluster, taskArns, revision };
}

/** The cluster given, or one that is picked; nothing is asked about one that may not be changed. */
async function chooseCluster(connection: Connection, given: string | undefined): Promise<string> {
  const cluster = given ?? (await pickCluster(connection, title()));
  await assertMayChange(connection, nameOfArn(cluster));
  return cluster;
}

async function chooseSource(workbench: Workbench, argument: unknown, named: string | undefined): Promise<Source> {
  if (argument instanceof Uri) return fileSource(workbench, argument, named);
  const target = resourceOf(argument);
  const connection = target?.connection ?? (await workbench.connections.active());
  const clusterArn = clusterArnOf(target);
  if (target?.kind === 'service') {
    const service = await fetchService(connection, target.clusterArn, target.serviceArn);
    return { clusterArn, service, ...(await registeredSource(connection, service.taskDefinition ?? '')) };
  }
  const family = await pickFamily(connection, title());
  return { clusterArn, ...(await registeredSource(connection, familyOf(family))) };
}

async function registeredSource(connection: Connection, name: string): Promise<Source> {
  const { taskDefinition } = await fetchTaskDefinition(connection, name);
  return { connection, definition: taskDefinition, revision: async () => taskDefinition.taskDefinitionArn ?? '' };
}

/** A file is registered last: a revision that cannot run, or that nobody runs after all, would be left behind. */
async function fileSource(workbench: Workbench, uri: Uri, named: string | undefined): Promise<Source> {
  const clusterArn = await chooseCluster(await workbench.connections.forUri(uri), named);
  const prepared = await prepareRevision(workbench, await workspace.openTextDocument(uri));
  const { connection, file } = prepared;
  const revision = async (): Promise<string> =>
    (await registerPrepared(workbench, prepared)).taskDefinition.taskDefinitionArn ?? '';
  return { connection, clusterArn, definition: file.input, revision };
}
