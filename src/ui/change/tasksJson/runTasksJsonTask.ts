import { l10n, type Uri, workspace } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { primaryDeployment } from '../../../ecs/deployment/rollout.ts';
import { errorsIn, findingsInSent } from '../../common/documents/assertRight.ts';
import { type ReadDocument, readWithSiblings } from '../../common/documents/readDocument.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { deployments } from '../../deployments/deployments.ts';
import { assertRunnable, deployableService } from './lookAhead.ts';
import { deployToService } from '../deployment/deployToService.ts';
import { misfitLines } from '../deployment/misfitLines.ts';
import { type StartedDeployment, toPending } from '../../deployments/followRollout.ts';
import { followTasks } from '../task/followTasks.ts';
import { endedWell } from '../../../ecs/task/taskStatus.ts';
import { prepareRevision, registerPrepared } from '../taskDefinition/registerRevision.ts';
import { endText, isSuccess, progressText } from '../../deployments/rolloutText.ts';
import { startTasks } from '../task/runTask.ts';
import type { TasksJsonTask } from './tasksJsonTask.ts';

interface TaskStage {
  file: Uri | undefined;
  tell: (line: string) => void;
}

/** Does what a task of tasks.json says, with the same differences and questions as the commands. Resolves to whether it succeeded. */
export async function runTasksJsonTask(workbench: Workbench, task: TasksJsonTask, stage: TaskStage): Promise<boolean> {
  switch (task.command) {
    case 'register':
      return (await register(workbench, stage)) !== undefined;
    case 'deploy':
      return deploy(workbench, task, stage);
    case 'run':
      return runTasks(workbench, task, stage);
    case 'wait':
      return waitFor(await serviceOf(workbench, task), workbench, stage);
  }
}

/** The service of `deployTo` is looked up first: a revision that nothing can use would be left behind. */
async function register(
  workbench: Workbench,
  { file, tell }: TaskStage,
  deployTo?: TasksJsonTask,
): Promise<{ arn: string; connection: Connection } | undefined> {
  if (!file) throw new UserError(l10n.t('The task names no file.'));
  const document = await workspace.openTextDocument(file);
  if (reportProblems(await readWithSiblings(document), tell)) return undefined;
  const service = deployTo && (await deployableService(await workbench.connections.forUri(file), deployTo));
  const prepared = await prepareRevision(workbench, document);
  const remarks = service ? misfitLines(service, prepared.file.input).filter(Boolean) : [];
  const { taskDefinition, connection, isNew } = await registerPrepared(workbench, prepared, remarks);
  const arn = taskDefinition.taskDefinitionArn ?? '';
  const name = familyRevision(arn);
  tell(isNew ? l10n.t('Registered {0}.', name) : l10n.t('{0} already says exactly this.', name));
  return { arn, connection };
}

/** Writes findings in the form that the problem matcher `$ecs` reads; tells whether one of them keeps the file from being registered. */
function reportProblems(read: ReadDocument, tell: (line: string) => void): boolean {
  const { document } = read;
  for (const { range, severity, rule, message } of findingsInSent(read)) {
    if (severity !== 'error' && severity !== 'warning') continue;
    const { line, character } = document.positionAt(range.offset);
    tell(`${document.uri.fsPath}:${line + 1}:${character + 1}: ${severity} ${rule}: ${message}`);
  }
  return errorsIn(read).refused.length > 0;
}

async function deploy(workbench: Workbench, task: TasksJsonTask, stage: TaskStage): Promise<boolean> {
  const registered = await register(workbench, stage, task);
  if (!registered) return false;
  const target = await serviceOf(workbench, task, registered.connection);
  const revision = { resource: target, taskDefinitionArn: registered.arn, connection: target.connection };
  return waitFor(target, workbench, stage, await deployToService(workbench, revision));
}

async function runTasks(workbench: Workbench, task: TasksJsonTask, { file }: TaskStage): Promise<boolean> {
  if (file) await assertRunnable(await workbench.connections.forUri(file), task);
  const source = file ?? { resource: await serviceOf(workbench, task) };
  const ended = await followTasks(workbench, await startTasks(workbench, source, task.cluster));
  return ended.length > 0 && ended.every(endedWell);
}

/** Follows a deployment that was started here, otherwise the service's newest, to its end. */
async function waitFor(
  target: ServiceResource,
  workbench: Workbench,
  { tell }: TaskStage,
  started?: StartedDeployment,
): Promise<boolean> {
  const { connection } = target;
  const pending = await toPending(started ?? (await newestDeployment(target)));
  const followed = await deployments(workbench).open(connection, pending);
  let said = '';
  const subscription = followed.onDidSample((sample) => {
    const text = progressText(sample);
    if (text && text !== said) tell(text);
    said = text;
  });
  await followed.follow().finally(() => subscription.dispose());
  if (!followed.last) return false;
  tell(endText(followed.last, followed.deployment));
  return isSuccess(followed.last.rollout, followed.deployment);
}

async function newestDeployment(target: ServiceResource): Promise<StartedDeployment> {
  const service = await fetchService(target.connection, target.clusterArn, target.serviceArn);
  const { serviceName = '' } = service;
  const { id, taskDefinition = '', createdAt } = primaryDeployment(service) ?? {};
  if (!id) throw new UserError(l10n.t('{0} has no deployment.', serviceName));
  return { target, serviceName, deploymentId: id, revision: familyRevision(taskDefinition), createdAt };
}

async function serviceOf(
  workbench: Workbench,
  { cluster, service }: TasksJsonTask,
  given?: Connection,
): Promise<ServiceResource> {
  if (!cluster || !service) throw new UserError(l10n.t('The task names no cluster and service.'));
  const connection = given ?? (await workbench.connections.active());
  const { clusterArn = cluster, serviceArn = service } = await fetchService(connection, cluster, service);
  return { kind: 'service', connection, clusterArn, serviceArn };
}
