import type { Container, Task } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { taskStage } from '../task/taskStatus.ts';
import { diagnose } from './diagnose.ts';

/** Why a task stopped: ECS's own words, what they mean, and what to do about it where that is known. */
export interface StopDiagnosis {
  /** ECS's words, the container's reason and the exit codes included. */
  reason: string;
  /** What that means in a few words; undefined where the words are not known. */
  cause: string | undefined;
  /** What that means, and what to do about it; undefined where nothing failed too. */
  explanation: string | undefined;
}

/** Answers of before: rows, tooltips and lines ask for the same task, which AWS's answer does not change any more. */
const known = new WeakMap<Task, StopDiagnosis>();

/** Reads a stopped task. Whoever says why a task stopped asks here, whatever room it has to say it in. */
export function diagnoseStop(task: Task): StopDiagnosis {
  const diagnosis = known.get(task) ?? judgeStop(task);
  known.set(task, diagnosis);
  return diagnosis;
}

function judgeStop(task: Task): StopDiagnosis {
  const reason = [wordsOf(task) ?? task.stopCode ?? l10n.t('No reason was given'), ...badExits(task)].join(' · ');
  const [answer] = diagnose({ subject: 'task', task, now: Date.now() }).answers;
  const explanation = answer && !answer.isWanted ? `${answer.sentence} ${answer.advice}` : undefined;
  return { reason, cause: answer?.short, explanation };
}

/** All that is known in sentences, for a tooltip or a line: ECS's words, the exit codes, what they mean and what to do. */
export function stopText(task: Task): string[] {
  const isStop = ['stopping', 'stopped'].includes(taskStage(task));
  const explanation = isStop ? diagnoseStop(task).explanation : undefined;
  return [wordsOf(task), ...badExits(task), explanation].filter((text) => text !== undefined);
}

/** The same for a row: what is meant by ECS's words in a few of ours, or the words where they are not known. */
export function stopHeadline(task: Task): string {
  return diagnoseStop(task).cause ?? [...badExits(task), wordsOf(task)].filter(Boolean).join(' · ');
}

/** How each container that ran has ended: `app exited with 0, sidecar exited with 143`. */
export function exitText({ containers = [] }: Task): string {
  return containers
    .filter(({ exitCode }) => exitCode !== undefined)
    .map(exitOf)
    .join(', ');
}

/** ECS's own words: the container's reason says more than the task's where both are there. */
function wordsOf({ stoppedReason, containers = [] }: Task): string | undefined {
  const container = containers.find((one) => one.reason);
  if (container?.reason && stoppedReason) return `${stoppedReason} (${container.name}: ${container.reason})`;
  return container?.reason ?? stoppedReason;
}

/** `app exited with 137` for each container that ended with a code other than 0. */
function badExits({ containers = [] }: Task): string[] {
  return containers.filter(({ exitCode }) => exitCode).map(exitOf);
}

function exitOf({ name = '', exitCode = 0 }: Container): string {
  return l10n.t('{0} exited with {1}', name, exitCode);
}
