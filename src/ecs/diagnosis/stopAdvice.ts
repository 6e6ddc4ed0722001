import type { Task } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { isOrderlyStop } from '../task/taskStatus.ts';

/**
 * What ECS's words mean and what to do about it, from the particular to the general.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
export function adviceForWords(words: string): string | undefined {
  return causes.find(([pattern]) => pattern.test(words))?.[1]();
}

const causes: readonly (readonly [RegExp, () => string])[] = [
  [/OutOfMemory/i, () => l10n.t('The container used more memory than its limit: raise the limit, or find the leak.')],
  [
    /does not contain descriptor matching platform|no matching manifest/i,
    () => l10n.t('The image was built for another CPU architecture: build it for this one, or change runtimePlatform.'),
  ],
  [
    /pull access denied|insufficient_scope/i,
    () => l10n.t('The image name is wrong, or its registry host is missing, or the execution role may not pull it.'),
  ],
  [
    /CannotPull\w*:.*(not found|manifest unknown)|Check whether the image exists/is,
    () => l10n.t('There is no such image tag: push it, or correct the name.'),
  ],
  [
    /toomanyrequests|rate limit/i,
    () => l10n.t('The registry limits pulls: sign in to it, or mirror the image to Amazon ECR.'),
  ],
  [/no space left on device/i, () => l10n.t('The disk is full: raise ephemeralStorage, or clean the instance up.')],
  [
    /log group does not exist|logging driver.*ResourceNotFoundException/is,
    () => l10n.t('The log group does not exist: create it, or set awslogs-create-group.'),
  ],
  [/did not contain json key/i, () => l10n.t('The secret has no such JSON key: correct valueFrom, or the secret.')],
  [
    /ResourceNotFoundException.*secret|can.t retrieve the secret/is,
    () => l10n.t('The secret does not exist in this Region: correct its ARN in valueFrom.'),
  ],
  [
    /not authorized to perform: ecr:|role has the permissions to pull/i,
    () => l10n.t('The execution role may not pull from Amazon ECR: add the permission.'),
  ],
  [
    /(secretsmanager|ssm):Get\w+|(unable to retrieve|Fetching) secret.*AccessDenied/is,
    () =>
      l10n.t(
        'The execution role may not read the secret: add the permission, and kms:Decrypt where a key of your own is used.',
      ),
  ],
  [
    /logs:Create|CreateLog(Group|Stream).*AccessDenied/is,
    () => l10n.t('The execution role may not write logs: allow logs:CreateLogStream and logs:PutLogEvents.'),
  ],
  [
    /download env files/i,
    () => l10n.t('The environment file is not in its bucket, or the execution role may not read it: s3:GetObject.'),
  ],
  [
    /EFS utils|mount\.nfs4|resolve "fs-/i,
    () => l10n.t('The file system could not be mounted: look at its mount targets and port 2049.'),
  ],
  [
    /unexpected status code.*403/is,
    () =>
      l10n.t('The layers of the image may not be fetched from Amazon S3: look at the endpoint policies of the VPC.'),
  ],
  [
    /i\/o timeout|connection issue|waiting for connection|Connection timed out|Check your network configuration/i,
    () =>
      l10n.t(
        'The task cannot reach the service: look at its subnets, public IP or NAT, VPC endpoints and security groups.',
      ),
  ],
  [/executable file not found/i, () => l10n.t('The command is not in the image: correct command or entryPoint.')],
  [/exec format error/i, () => l10n.t('The image was built for another CPU architecture.')],
  [
    /failed ELB health checks/i,
    () => l10n.t('The load balancer got no healthy answer: check path, port, security group and grace period.'),
  ],
  [
    /failed container health checks/i,
    () => l10n.t('The container health check failed: is its command in the image, and is startPeriod long enough?'),
  ],
  [/Spot (Task|interruption)/i, () => l10n.t('Fargate Spot took the capacity back; mix it with on-demand capacity.')],
  [
    /RESOURCE:(CPU|MEMORY|GPU|PORTS|ENI)/,
    () => l10n.t('No container instance has enough room left: add capacity, or ask for less.'),
  ],
  [
    /NO ACTIVE INSTANCES|EMPTY CAPACITY PROVIDER|No Container Instances were found/i,
    () => l10n.t('The cluster has no container instance to run it on: add some, or run it on Fargate.'),
  ],
  [
    /placement constraint unsatisfied|\bATTRIBUTE\b/,
    () => l10n.t('No container instance meets the placement constraints or has what the task requires.'),
  ],
  [/\bAGENT\b/, () => l10n.t('The ECS agent of the container instances is not connected: look at the instances.')],
  [
    /Capacity is unavailable at this time/i,
    () => l10n.t('There is no capacity of that kind now: try again later, or in other Availability Zones.'),
  ],
  [
    /Create Network Interface/i,
    () => l10n.t('No network interface could be made: has the subnet free addresses, and may ECS use it?'),
  ],
  [
    /unused device index/i,
    () => l10n.t('The instance takes no further network interface: use larger ones, or turn trunking on.'),
  ],
  [
    /Timeout waiting for \w+.*(provisioning|to complete)/i,
    () => l10n.t('AWS was too slow to prepare the task. This passes: start it again.'),
  ],
  [/timed out after waiting/i, () => l10n.t('The host was too slow: it may be short of CPU, memory or disk.')],
  [/Host EC2 .*(terminated|stopped)/i, () => l10n.t('Its container instance went away.')],
  [/DRAINING state/i, () => l10n.t('Its container instance is being drained.')],
  [/performing maintenance/i, () => l10n.t('AWS replaced the host; a service starts the task again elsewhere.')],
  [/^Task failed to start$/, () => l10n.t('Most likely a container that it depends on never became healthy.')],
  [/unable to assume the role/i, () => l10n.t('The role does not trust ecs-tasks.amazonaws.com, or does not exist.')],
];

/** What a container's exit code means, where nothing else says why the task stopped. */
export function adviceForExit(task: Task): string | undefined {
  const codes = (task.containers ?? []).flatMap(({ exitCode }) => exitCode || []);
  if (codes.includes(126)) return l10n.t('The entry point is not executable.');
  if (codes.includes(127)) return l10n.t('The entry point was not found in the image.');
  if (codes.includes(139)) return l10n.t('The application crashed with a segmentation fault.');
  if (codes.includes(137)) return l10n.t('The container was killed: it did not stop in time, or its host went away.');
  // What is told to stop may end with any code.
  if (codes.length === 0 || isOrderlyStop(task)) return undefined;
  return l10n.t('The application ended itself with an error: its last log lines say why.');
}
