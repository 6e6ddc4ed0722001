import type { Task } from '@aws-sdk/client-ecs';
import { commands, type Disposable, l10n, type OutputChannel, ProgressLocation, window } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { watchTasks } from '../../../aws/watch/watchTasks.ts';
import { shortTaskId } from '../../../ecs/arn.ts';
import { diagnoseStop, exitText } from '../../../ecs/diagnosis/stopDiagnosis.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { endedWell, isOrderlyStop } from '../../../ecs/task/taskStatus.ts';
import type { CommandId } from '../../../manifest.ts';
import { describeAwsError } from '../../common/errorText.ts';
import { KeptConnections } from '../../common/connections/keptConnections.ts';
import { reportError } from '../../common/reportError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { fetchLastLines } from '../../../logs/taskLogLines.ts';
import { showError, showInformation } from '../../common/messages.ts';

/** Tasks that were started here. */
export interface TasksToFollow {
  connection: Connection;
  clusterArn: string;
  taskArns: readonly string[];
  /** `family:revision` */
  revision: string;
}

/** Log lines of each container that are shown when a task has ended. */
const lines = 30;

/** Follows tasks in the background to their end, writes what happens into an output channel, and says how they ended. Never rejects. */
export async function followTasks(workbench: Workbench, started: TasksToFollow): Promise<Task[]> {
  const { revision } = started;
  try {
    const connection = await workbench.own(KeptConnections).of(started.connection);
    const kept = { ...started, connection };
    const tasks = await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Running {0}', revision) },
      (progress) => follow(workbench, kept, (message) => progress.report({ message })),
    );
    await tell(workbench, kept, tasks);
    return tasks;
  } catch (error) {
    reportError(workbench.log, l10n.t('The task of {0} is no longer followed.', revision), error);
    return [];
  }
}

async function follow(
  workbench: Workbench,
  { connection, clusterArn: cluster, taskArns, revision }: TasksToFollow,
  report: (text: string) => void,
): Promise<Task[]> {
  const channel = taskChannel(workbench);
  const seen = new Map<string, string>();
  let last: Task[] = [];
  for await (const { tasks, problem } of watchTasks(connection, { cluster, taskArns })) {
    last = tasks;
    if (problem) report(describeAwsError(problem, { region: connection.region }).message);
    else report(statusText(tasks));
    for (const { taskArn = '', lastStatus = '' } of tasks) {
      if (seen.get(taskArn) === lastStatus) continue;
      seen.set(taskArn, lastStatus);
      channel.appendLine(`${stamp()} ${revision} ${shortTaskId(taskArn)} ${lastStatus}`);
    }
  }
  return last;
}

function statusText(tasks: readonly Task[]): string {
  const [only] = tasks;
  if (tasks.length === 1) return only?.lastStatus ?? '';
  const stopped = tasks.filter(({ lastStatus }) => lastStatus === 'STOPPED').length;
  return l10n.t('{0} of {1} ended', stopped, tasks.length);
}

async function tell(workbench: Workbench, started: TasksToFollow, tasks: readonly Task[]): Promise<void> {
  const channel = taskChannel(workbench);
  for (const task of tasks) {
    const id = shortTaskId(task.taskArn ?? '');
    const { reason, explanation } = diagnoseStop(task);
    const signal = new AbortController().signal;
    for (const { container, lines: found } of await fetchLastLines(started.connection, task, { lines, signal })) {
      for (const line of found) channel.appendLine(visibleLine(`${id} ${container} | ${line}`));
    }
    channel.appendLine(visibleLine(`${stamp()} ${id} ${exitText(task)} ${reason}`));
    if (explanation) channel.appendLine(`${stamp()} ${id} ${explanation}`);
  }
  announce(started, tasks, channel);
}

function announce({ revision, ...started }: TasksToFollow, tasks: readonly Task[], channel: OutputChannel): void {
  const failed = tasks.filter((task) => !endedWell(task) && !isOrderlyStop(task));
  const stopped = tasks.filter(isOrderlyStop);
  const [first] = failed;
  const show = l10n.t('Show Output');
  const text = first
    ? failedText(revision, failed.length, tasks.length, exitText(first) || diagnoseStop(first).reason)
    : stopped.length > 0
      ? l10n.t('{0} was stopped as asked: {1}', revision, stopped.map(endOf).join('; '))
      : l10n.t('{0} ended: {1}', revision, tasks.map(exitText).join('; '));
  const logs = l10n.t('Stream Logs');
  const why = l10n.t('Why?');
  const answer = first ? showError(text, why, show, logs) : showInformation(text, show, logs);
  const [given = ''] = started.taskArns;
  const { connection, clusterArn } = started;
  const taskArn = first?.taskArn ?? given;
  const run = (command: CommandId): Thenable<unknown> =>
    commands.executeCommand(command, { resource: { kind: 'task', connection, clusterArn, taskArn }, task: first });
  void answer.then((picked) => {
    if (picked === show) channel.show(true);
    if (picked === why) void run('ecs.why');
    if (picked === logs) void run('ecs.streamLogs');
  });
}

/** How a task ended that somebody stopped: its reason, or its exit codes. */
function endOf(task: Task): string {
  return [task.stoppedReason, exitText(task)].filter(Boolean).join(' · ');
}

function stamp(): string {
  return new Date().toISOString().slice(11, 19);
}

/** Where tasks that were started here say what becomes of them. */
class TaskChannel implements Disposable {
  readonly output = window.createOutputChannel(l10n.t('Run Tasks (ECS)'), 'ecs-log');

  dispose(): void {
    this.output.dispose();
  }
}

function taskChannel(workbench: Workbench): OutputChannel {
  return workbench.own(TaskChannel).output;
}

function failedText(revision: string, failed: number, all: number, why: string): string {
  return all === 1
    ? l10n.t('The task of {0} failed: {1}', revision, why)
    : l10n.t('{0} of {1} tasks of {2} failed: {3}', failed, all, revision, why);
}
