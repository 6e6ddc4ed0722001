import * as l10n from '@vscode/l10n';
import type { Fields, Value } from '../../taskdef/document/fields.ts';
import type { Container, Task } from '../../taskdef/document/task.ts';
import { imageNeeds } from './imageNeeds.ts';
import type { Need } from './need.ts';
import { arnAt, inRegion, isExact, patternOf, type TaskHome, taskHome } from './place.ts';
import { fileNeeds, secretNeeds } from './secretNeeds.ts';

/** What ECS needs of a task's execution role: all that it does before the containers run, and their logs. */
export function executionNeeds(task: Task): Need[] {
  const home = taskHome(task);
  const needs = task.containers.flatMap((container) => [
    ...imageNeeds(container, home),
    ...containerSecrets(container, home),
    ...logNeeds(container, home),
    ...containerFiles(container, home),
  ]);
  return [...needs, ...task.volumes.fields().flatMap((volume) => windowsShareNeeds(volume, home))];
}

function containerSecrets({ fields, label }: Container, home: TaskHome): Need[] {
  const log = fields.fields('logConfiguration');
  const lists = [
    ...fields
      .list('secrets')
      .fields()
      .map((secret) => [secret, l10n.t('Container {0} is given {1}.', label, nameOf(secret))] as const),
    ...log
      .list('secretOptions')
      .fields()
      .map(
        (secret) => [secret, l10n.t('The log driver of container {0} is given {1}.', label, nameOf(secret))] as const,
      ),
  ];
  const credentials = fields.fields('repositoryCredentials').str('credentialsParameter');
  return [
    ...lists.flatMap(([secret, reason]) => secretNeeds(secret.str('valueFrom'), { home, reason })),
    ...secretNeeds(credentials, {
      home,
      reason: l10n.t('The registry of the image of container {0} asks for credentials.', label),
      isSecret: true,
    }),
  ];
}

function nameOf(secret: Fields): string {
  return secret.str('name').raw ?? l10n.t('a secret');
}

function logNeeds({ fields, label, name }: Container, home: TaskHome): Need[] {
  const log = fields.fields('logConfiguration');
  if (log.str('logDriver').value !== 'awslogs') return [];
  const options = log.fields('options');
  const group = options.str('awslogs-group');
  const pattern = patternOf(group);
  const at = group.node ?? log.key;
  if (pattern === undefined || !at) return [];
  const place = inRegion(home, patternOf(options.str('awslogs-region')));
  const resource = arnAt(place, 'logs', `log-group:${pattern}:*`);
  const stream = `${options.str('awslogs-stream-prefix').value ?? 'ecs'}/${name.value ?? label}/0123456789abcdef`;
  const groupArn = arnAt(place, 'logs', `log-group:${pattern}`);
  const write: Need = {
    role: 'execution',
    purpose: 'WriteLogs',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resource,
    ...(isExact(groupArn) ? { asked: [`${groupArn}:log-stream:${stream}`] } : {}),
    reason: l10n.t('Container {0} logs to {1}.', label, group.raw ?? pattern),
    at,
  };
  const create = options.str('awslogs-create-group');
  if (create.value !== 'true' && !isFilledInLater(create)) return [write];
  return [
    write,
    {
      ...write,
      purpose: 'CreateLogGroups',
      actions: ['logs:CreateLogGroup'],
      ...(isExact(groupArn) ? { asked: [`${groupArn}:log-stream:`] } : {}),
      ...(create.value === 'true' ? {} : { onlyPerhaps: true }),
      reason: l10n.t('Container {0} creates its log group (awslogs-create-group).', label),
      at: create.node ?? at,
    },
  ];
}

function isFilledInLater({ missing, value, raw }: Value<string>): boolean {
  return !missing && value === undefined && raw !== undefined;
}

function containerFiles({ fields, label }: Container, home: TaskHome): Need[] {
  const firelens = fields.fields('firelensConfiguration').fields('options');
  const files = fields
    .list('environmentFiles')
    .fields()
    .map((file) => file.str('value'));
  const specs = [...fields.list('credentialSpecs').texts(), ...fields.list('dockerSecurityOptions').texts()];
  return [
    ...files.flatMap((file) =>
      fileNeeds(file, { home, reason: l10n.t('Container {0} has an environment file in S3.', label) }),
    ),
    ...(firelens.str('config-file-type').value === 's3'
      ? fileNeeds(firelens.str('config-file-value'), {
          home,
          reason: l10n.t('The FireLens configuration of container {0} is a file in S3.', label),
        })
      : []),
    ...specs.flatMap((spec) => credentialSpecNeeds(spec, label, home)),
  ];
}

/** `credentialspec:ARN` and `credentialspecdomainless:ARN`, of an object in S3 or a parameter. */
function credentialSpecNeeds(spec: Value<string>, label: string, home: TaskHome): Need[] {
  const [, arn] = /^credentialspec(?:domainless)?:(arn:.+)$/i.exec(patternOf(spec) ?? '') ?? [];
  if (arn === undefined) return [];
  const reason = l10n.t('Container {0} joins a domain by a credential spec.', label);
  const value = { ...spec, value: isExact(arn) ? arn : undefined, raw: arn };
  return /^arn:[^:]*:s3:/.test(arn) ? fileNeeds(value, { home, reason }) : secretNeeds(value, { home, reason });
}

/** FSx for Windows File Server is looked up and mounted with the execution role. */
function windowsShareNeeds(volume: Fields, home: TaskHome): Need[] {
  const share = volume.fields('fsxWindowsFileServerVolumeConfiguration');
  const id = share.str('fileSystemId');
  if (!share.present || !id.node) return [];
  const reason = l10n.t('Volume {0} is on FSx for Windows File Server.', volume.str('name').raw ?? '');
  const credentials = share.fields('authorizationConfig').str('credentialsParameter');
  return [
    {
      role: 'execution',
      purpose: 'FindFileSystems',
      actions: ['fsx:DescribeFileSystems'],
      resource: '*',
      asked: ['*'],
      reason,
      at: id.node,
    },
    ...secretNeeds(credentials, { home, reason }),
  ];
}
