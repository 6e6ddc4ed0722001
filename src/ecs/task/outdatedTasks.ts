import type { Service, Task } from '@aws-sdk/client-ecs';
import { familyRevision } from '../arn.ts';
import { primaryDeployment } from '../deployment/rollout.ts';

/** Whether a task runs something else than its service wants now. */
export type Outdated = 'revision' | 'image';

/**
 * Tells of each running task of a service whether it is outdated: it has another revision, or the same one with another
 * image digest than the tasks of the newest deployment (a tag was pushed again, or the service was redeployed).
 */
export function outdatedTasks(service: Service, tasks: readonly Task[]): Map<string, Outdated> {
  const primary = primaryDeployment(service);
  const wanted = primary?.taskDefinition ?? service.taskDefinition;
  const digests = wantedDigests(primary?.id, wanted, tasks);
  const outdated = new Map<string, Outdated>();
  for (const task of tasks) {
    const arn = task.taskArn ?? '';
    if (wanted !== undefined && isOther(task.taskDefinitionArn, wanted)) outdated.set(arn, 'revision');
    else if (hasOtherDigest(task, digests)) outdated.set(arn, 'image');
  }
  return outdated;
}

function isOther(running: string | undefined, wanted: string): boolean {
  return running !== wanted && familyRevision(running ?? '') !== familyRevision(wanted);
}

/** Digest by container, as the newest deployment's youngest task runs it. */
function wantedDigests(
  deployment: string | undefined,
  taskDefinition: string | undefined,
  tasks: readonly Task[],
): Map<string, string> {
  const digests = new Map<string, string>();
  const newest = tasks
    .filter((task) => task.startedBy === deployment && task.taskDefinitionArn === taskDefinition)
    .sort((a, b) => (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0));
  for (const task of newest) {
    for (const { name = '', imageDigest } of task.containers ?? []) if (imageDigest) digests.set(name, imageDigest);
  }
  return digests;
}

function hasOtherDigest(task: Task, digests: ReadonlyMap<string, string>): boolean {
  return (task.containers ?? []).some(({ name = '', imageDigest }) => {
    const wanted = digests.get(name);
    return imageDigest !== undefined && wanted !== undefined && imageDigest !== wanted;
  });
}

/** How many tasks need a look, for the row of their service. */
export function countMarks(
  tasks: readonly Task[],
  outdated: ReadonlyMap<string, Outdated>,
): { unhealthy: number; outdated: number } {
  const live = tasks.filter((task) => task.desiredStatus !== 'STOPPED');
  return {
    unhealthy: live.filter((task) => task.healthStatus === 'UNHEALTHY').length,
    outdated: live.filter((task) => outdated.has(task.taskArn ?? '')).length,
  };
}
