import type {
  DescribeTasksRequest,
  DescribeTasksResponse,
  ListTasksRequest,
  ListTasksResponse,
  StopTaskRequest,
  StopTaskResponse,
  Task,
} from '@aws-sdk/client-ecs';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { invalidParameter, serviceNotFound } from '../errors.ts';
import type { TaskState } from '../taskState.ts';
import { ecsOf, findCluster, lookUpService, lookUpTask, missingArn } from './lookup.ts';
import { pageOfArns } from './paging.ts';

const MOST_DESCRIBED = 100;

export function listTasks(input: ListTasksRequest, request: ServiceRequest): ListTasksResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  if (input.serviceName !== undefined && input.family !== undefined) {
    throw invalidParameter('Only one of family or serviceName can be specified.');
  }
  const service = input.serviceName === undefined ? undefined : lookUpService(cluster, input.serviceName);
  if (input.serviceName !== undefined && !service) throw serviceNotFound();
  const host = input.containerInstance?.split('/').at(-1);
  const desired = input.desiredStatus ?? 'RUNNING';
  const tasks = [...(service ? service.tasks : cluster.tasks.values())]
    .filter((task) => task.data.desiredStatus === desired)
    .filter((task) => input.family === undefined || task.definition.family === input.family)
    .filter((task) => input.startedBy === undefined || task.data.startedBy === input.startedBy)
    .filter((task) => input.launchType === undefined || task.data.launchType === input.launchType)
    .filter((task) => host === undefined || task.instance?.id === host);
  const filter = [input.serviceName, input.family, desired, input.startedBy, input.launchType, host].join(' ');
  const page = pageOfArns(
    tasks.map((task) => task.data.taskArn),
    `ListTasks ${cluster.name} ${filter}`,
    input,
  );
  return { taskArns: page.items, nextToken: page.nextToken };
}

export function describeTasks(input: DescribeTasksRequest, request: ServiceRequest): DescribeTasksResponse {
  const names = input.tasks ?? [];
  const ecs = ecsOf(request);
  const cluster = findCluster(ecs, input.cluster);
  if (names.length === 0) throw invalidParameter('Tasks cannot be empty.');
  if (names.length > MOST_DESCRIBED) throw invalidParameter('Tasks cannot have more than 100 elements.');
  const tasks = [];
  const failures = [];
  for (const name of new Set(names)) {
    const task = lookUpTask(cluster, name);
    if (task) tasks.push(describeTask(task, input.include?.includes('TAGS')));
    else failures.push({ arn: missingArn(ecs, 'task', cluster, name), reason: 'MISSING' });
  }
  return { tasks, failures };
}

export function stopTask(input: StopTaskRequest, request: ServiceRequest): StopTaskResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  const task = lookUpTask(cluster, input.task ?? '');
  if (!task) throw invalidParameter('The referenced task was not found.');
  task.life.stop('UserInitiated', input.reason ?? 'Task stopped by user');
  return { task: describeTask(task, true) };
}

/** A task as the API shows it at this moment. */
export function describeTask(task: TaskState, withTags = false): Task {
  return { ...task.data, tags: withTags ? task.data.tags : [] };
}
