import type {
  Failure,
  GetTaskProtectionRequest,
  GetTaskProtectionResponse,
  ProtectedTask,
  UpdateTaskProtectionRequest,
  UpdateTaskProtectionResponse,
} from '@aws-sdk/client-ecs';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import type { ClusterState } from '../clusterState.ts';
import { invalidParameter } from '../errors.ts';
import type { TaskState } from '../taskState.ts';
import { ecsOf, findCluster, lookUpTask, missingArn } from './lookup.ts';

const DEFAULT_MINUTES = 120;
const MOST_MINUTES = 2880;
const MOST_UPDATED = 10;
const MINUTE_MS = 60_000;

export function updateTaskProtection(
  input: UpdateTaskProtectionRequest,
  request: ServiceRequest,
): UpdateTaskProtectionResponse {
  const ecs = ecsOf(request);
  const minutes = input.expiresInMinutes ?? DEFAULT_MINUTES;
  if (minutes < 1 || minutes > MOST_MINUTES) throw invalidParameter('expiresInMinutes should be between 1 and 2880.');
  const tasks = input.tasks ?? [];
  if (tasks.length === 0) throw invalidParameter('Tasks cannot be empty.');
  if (tasks.length > MOST_UPDATED) throw invalidParameter('Tasks cannot have more than 10 elements.');
  return each(findCluster(ecs, input.cluster), tasks, (task) => {
    task.protectedUntil = input.protectionEnabled ? new Date(ecs.clock.now() + minutes * MINUTE_MS) : undefined;
  });
}

/** Without tasks: those of the cluster that are protected. */
export function getTaskProtection(input: GetTaskProtectionRequest, request: ServiceRequest): GetTaskProtectionResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  const now = cluster.ecs.clock.now();
  const named = input.tasks?.length
    ? input.tasks
    : [...cluster.tasks.values()].filter((task) => task.isProtected(now)).map((task) => task.id);
  return each(cluster, named, () => undefined);
}

function each(
  cluster: ClusterState,
  names: readonly string[],
  action: (task: TaskState) => void,
): { protectedTasks: ProtectedTask[]; failures: Failure[] } {
  const protectedTasks: ProtectedTask[] = [];
  const failures: Failure[] = [];
  for (const name of names) {
    const task = lookUpTask(cluster, name);
    if (!task) {
      failures.push({ arn: missingArn(cluster.ecs, 'task', cluster, name), reason: 'MISSING' });
    } else if (!task.service || !task.wanted) {
      failures.push({ arn: task.data.taskArn, reason: 'TASK_NOT_VALID' });
    } else {
      action(task);
      protectedTasks.push(describe(task, cluster.ecs.clock.now()));
    }
  }
  return { protectedTasks, failures };
}

function describe(task: TaskState, now: number): ProtectedTask {
  const protectionEnabled = task.isProtected(now);
  return {
    taskArn: task.data.taskArn,
    protectionEnabled,
    ...(protectionEnabled ? { expirationDate: task.protectedUntil } : {}),
  };
}
