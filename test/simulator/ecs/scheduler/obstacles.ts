import type { ContainerDefinition, TaskDefinition } from '@aws-sdk/client-ecs';
import type { StartObstacle } from '../accountHealth.ts';
import type { ImageBehaviour, PullFailure } from '../images.ts';
import type { TaskState } from '../taskState.ts';
import { logTarget } from './containerLog.ts';
import { platformOf } from './platform.ts';

/** Why a task will not start, when that can be told before it does; `container` is the one to blame. */
export type Obstacle = StartObstacle & { container?: string };

const SHIM =
  'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.';
const VALIDATE =
  'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, https response error StatusCode: 400, RequestID: <id>, ResourceNotFoundException: The specified log group does not exist. : exit status 1';

export function findObstacle(task: TaskState): Obstacle | undefined {
  const { ecs } = task.cluster;
  const named = ecs.health.obstacle(task.definition, task.service?.name);
  if (named) return named;
  for (const container of task.definition.containerDefinitions ?? []) {
    const found = missingLogGroup(task, container) ?? pullObstacle(task, container);
    if (found) return { ...found, container: container.name };
  }
  return undefined;
}

function missingLogGroup(task: TaskState, container: ContainerDefinition): StartObstacle | undefined {
  const target = logTarget(container, task.id);
  if (!target || target.createGroup) return undefined;
  const { region, random } = task.cluster.ecs;
  const { logs } = target.region ? region.account.region(target.region) : region;
  if (logs.groups.has(target.group)) return undefined;
  const fargate = task.data.launchType === 'FARGATE';
  return { reason: fargate ? VALIDATE.replace('<id>', random.uuid()) : SHIM, after: 'initializationFailed' };
}

function pullObstacle(task: TaskState, container: ContainerDefinition): StartObstacle | undefined {
  const { family = '', revision = 0 } = task.definition;
  const image = container.image ?? '';
  const use = { image, family, revision, container: container.name ?? '' };
  const behaviour = task.cluster.ecs.region.account.images.behaviour(use);
  const fargate = task.data.launchType === 'FARGATE';
  if (behaviour.pull !== undefined) return pullFailure(behaviour.pull, qualified(image), fargate);
  return platformFailure(behaviour, task.definition, fargate);
}

function platformFailure(
  behaviour: ImageBehaviour,
  definition: TaskDefinition,
  fargate: boolean,
): StartObstacle | undefined {
  const wanted = platformOf(definition);
  if (!behaviour.platforms || behaviour.singlePlatform || behaviour.platforms.includes(wanted)) return undefined;
  const reason = fargate
    ? `${RETRIED}: image Manifest does not contain descriptor matching platform '${wanted}'`
    : `CannotPullContainerError: no matching manifest for ${wanted} in the manifest list entries`;
  return { reason, after: 'pullRetried' };
}

const RETRIED = 'CannotPullContainerError: pull image manifest has been retried 7 time(s)';
const COPY = 'CannotPullContainerError: ref pull has been retried 1 time(s)';

function pullFailure(failure: PullFailure | { reason: string }, ref: string, fargate: boolean): StartObstacle {
  if (typeof failure === 'object') return { reason: failure.reason, after: 'pullRetried' };
  switch (failure) {
    case 'notFound':
      return {
        reason: fargate
          ? `${RETRIED}: failed to resolve ref ${ref}: not found`
          : 'CannotPullImageManifestError: manifest unknown: Requested image not found',
        after: 'pullRetried',
      };
    case 'denied':
      return {
        reason: `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${ref}: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`,
        after: 'wrongImage',
      };
    case 'noRoute':
      return { reason: fargate ? fargateTimeout(ref) : EC2_TIMEOUT.replace('<host>', host(ref)), after: 'noRoute' };
    case 'rateLimited':
      return {
        reason: `${RETRIED}: httpReadSeeker: failed open: unexpected status code https://${host(ref)}/v2/: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.`,
        after: 'pullRetried',
      };
    case 'noSpace':
      return {
        reason: fargate
          ? `CannotPullContainerError: failed to register layer: write /var/lib/image: no space left on device`
          : 'CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob401725634: no space left on device',
        after: 'wrongImage',
      };
    case 'layersForbidden':
      return {
        reason: `${COPY}: failed to copy: httpReaderSeeker: failed open: unexpected status code https://${host(ref)}/v2/: 403 Forbidden`,
        after: 'wrongImage',
      };
  }
}

const EC2_TIMEOUT =
  'CannotPullContainerError: Error response from daemon: Get https://<host>/v2/: net/http: request canceled while waiting for connection';

function fargateTimeout(ref: string): string {
  const [name = ''] = ref.split(':');
  const path = name.slice(host(ref).length + 1);
  return `${RETRIED}: failed to resolve ref "${ref}": failed to do request: Head "https://${host(ref)}/v2/${path}/manifests/latest": dial tcp 52.46.146.144:443: i/o timeout`;
}

function host(ref: string): string {
  return ref.split('/')[0] ?? ref;
}

/** The full reference, as the runtime says it: Docker Hub's host and `library/` are filled in. */
function qualified(image: string): string {
  const [first = '', ...rest] = image.split('/');
  const tagged = /:[^/]+$/.test(image) ? image : `${image}:latest`;
  if (rest.length === 0) return `docker.io/library/${tagged}`;
  return first.includes('.') || first.includes(':') || first === 'localhost' ? tagged : `docker.io/${tagged}`;
}
