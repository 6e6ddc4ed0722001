import type { ExecuteCommandRequest, ExecuteCommandResponse } from '@aws-sdk/client-ecs';
import { ServiceError } from '../../http/serviceError.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { clientError, invalidParameter } from '../errors.ts';
import { ecsOf, findCluster, lookUpTask } from './lookup.ts';

const NOT_ENABLED =
  'The execute command failed because execute command was not enabled when the task was run or the execute command agent isn’t running. Wait and try again or run a new task with execute command enabled and try again.';
const MOST_SESSIONS = 2;

/** Gives a session whose stream leads nowhere; what is faithful are the refusals. A container has two sessions at most. */
export function executeCommand(input: ExecuteCommandRequest, request: ServiceRequest): ExecuteCommandResponse {
  const cluster = findCluster(ecsOf(request), input.cluster);
  const task = lookUpTask(cluster, input.task ?? '');
  if (!task?.wanted)
    throw invalidParameter('The specified task was not found or is stopping. Specify a running task and try again.');
  if (!input.interactive) throw invalidParameter('Interactive is the only mode supported currently.');
  const { containers } = task.data;
  if (input.container === undefined && containers.length > 1)
    throw invalidParameter('Container name must be specified for tasks with multiple containers.');
  const container =
    input.container === undefined ? containers[0] : containers.find((each) => each.name === input.container);
  if (!container) throw invalidParameter('The container name is not valid for the specified task.');
  const agent = container.managedAgents?.find((each) => each.name === 'ExecuteCommandAgent');
  if (!task.data.enableExecuteCommand || agent?.lastStatus !== 'RUNNING') throw invalidParameter(NOT_ENABLED);
  if (cluster.ecs.health.execBroken) {
    throw new ServiceError(
      'TargetNotConnectedException',
      'The execute command failed due to an internal error. Try again later.',
    );
  }
  const open = task.execSessions.get(container.name ?? '') ?? 0;
  if (open >= MOST_SESSIONS) {
    throw clientError('Unable to start new execute sessions because the maximum session limit of 2 has been reached.');
  }
  task.execSessions.set(container.name ?? '', open + 1);
  const { random, region } = cluster.ecs;
  const sessionId = `ecs-execute-command-${random.hex(17)}`;
  return {
    clusterArn: cluster.arn,
    containerArn: container.containerArn,
    containerName: container.name,
    interactive: true,
    session: {
      sessionId,
      streamUrl: `wss://ssmmessages.${region.name}.amazonaws.com/v1/data-channel/${sessionId}?role=publish_subscribe`,
      tokenValue: random.token(180),
    },
    taskArn: task.data.taskArn,
  };
}
