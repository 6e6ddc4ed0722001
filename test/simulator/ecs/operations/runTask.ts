import type { Failure, RunTaskRequest, RunTaskResponse, Task, TaskDefinition } from '@aws-sdk/client-ecs';
import { checkAction } from '../../http/authorize.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import type { ClusterState } from '../clusterState.ts';
import { invalidParameter } from '../errors.ts';
import { createTask } from '../scheduler/createTask.ts';
import { place } from '../scheduler/placement.ts';
import { runsOnFargate } from '../serviceSpec.ts';
import { ecsOf, findCluster } from './lookup.ts';
import { fargatePlatform, withAssignPublicIp } from './newService.ts';
import { checkCompatible, checkNetwork, findDefinition } from './serviceChecks.ts';
import { describeTask } from './tasks.ts';

const MOST_TASKS = 10;

/** Asking twice with one client token gives the tasks of the first time; with another request a conflict. */
export function runTask(input: RunTaskRequest, request: ServiceRequest): RunTaskResponse {
  const ecs = ecsOf(request);
  const cluster = findCluster(ecs, input.cluster);
  const token = ecs.clientTokens.check('RunTask', input.clientToken, input);
  if (token.kind === 'same') return token.answer;
  if (token.kind === 'conflict') {
    throw new ServiceError('ConflictException', 'The clientToken is already in use with other parameters.', {
      fields: { resourceIds: taskArns(token.answer) },
    });
  }
  const count = input.count ?? 1;
  if (count < 1 || count > MOST_TASKS) throw invalidParameter('Count should be between 1 and 10.');
  const { data: definition } = findDefinition(ecs, input.taskDefinition ?? '');
  for (const role of [definition.taskRoleArn, definition.executionRoleArn]) {
    if (role) checkAction('iam:PassRole', role, request);
  }
  const settled = capacity(input, cluster);
  checkCompatible(settled, definition);
  checkNetwork(input.networkConfiguration, definition);
  checkOverrides(input, definition);
  if (!runsOnFargate(settled) && cluster.instances.size === 0) {
    throw invalidParameter('No Container Instances were found in your cluster.');
  }
  const answer = start(input, cluster, definition, count);
  ecs.clientTokens.remember('RunTask', input.clientToken, input, structuredClone(answer));
  return answer;
}

function taskArns(answer: object): string[] {
  return ((answer as RunTaskResponse).tasks ?? []).flatMap((task) => task.taskArn ?? []);
}

function capacity(
  input: RunTaskRequest,
  cluster: ClusterState,
): Pick<RunTaskRequest, 'launchType' | 'capacityProviderStrategy'> {
  const { launchType, capacityProviderStrategy: asked } = input;
  if (launchType && asked?.length) {
    throw invalidParameter(
      'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    );
  }
  const strategy = launchType ? [] : asked?.length ? asked : cluster.defaultStrategy;
  for (const { capacityProvider = '' } of strategy) {
    if (!cluster.capacityProviders.includes(capacityProvider)) {
      throw invalidParameter(
        'The specified capacity provider was not found. Specify a valid name or ARN and try again.',
      );
    }
  }
  return strategy.length > 0 ? { capacityProviderStrategy: strategy } : { launchType: launchType ?? 'EC2' };
}

function checkOverrides(input: RunTaskRequest, definition: TaskDefinition): void {
  const names = definition.containerDefinitions?.map((container) => container.name) ?? [];
  const unknown = input.overrides?.containerOverrides?.find((override) => !names.includes(override.name));
  if (unknown) {
    throw invalidParameter(`Override for container named ${unknown.name} is not a container in the TaskDefinition.`);
  }
}

function start(
  input: RunTaskRequest,
  cluster: ClusterState,
  definition: TaskDefinition,
  count: number,
): RunTaskResponse {
  const tasks: Task[] = [];
  const failures: Failure[] = [];
  const { launchType, capacityProviderStrategy: strategy = [] } = capacity(input, cluster);
  for (let index = 0; index < count; index++) {
    const placement = place({ cluster, definition, launchType, strategy, placed: index });
    if (placement.kind === 'none') {
      failures.push({ arn: placement.closest?.arn, reason: placement.code });
      continue;
    }
    const task = createTask({
      cluster,
      definition,
      ...placement,
      platformVersion: fargatePlatform(input.platformVersion).resolvedPlatformVersion,
      networkConfiguration: withAssignPublicIp(input.networkConfiguration),
      group: input.group ?? `family:${definition.family}`,
      startedBy: input.startedBy,
      overrides: input.overrides,
      enableExecuteCommand: input.enableExecuteCommand,
      tags: input.tags ?? tagsOf(input, cluster, definition),
    });
    task.life.start();
    tasks.push(describeTask(task, true));
  }
  return { tasks, failures };
}

function tagsOf(input: RunTaskRequest, cluster: ClusterState, definition: TaskDefinition): Task['tags'] {
  if (input.propagateTags !== 'TASK_DEFINITION') return [];
  return cluster.ecs.taskDefinitions.find(definition.taskDefinitionArn ?? '')?.tags ?? [];
}
