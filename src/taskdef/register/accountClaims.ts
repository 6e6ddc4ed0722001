import type { SourceDocument } from '../document/document.ts';
import type { Fields, Value } from '../document/fields.ts';
import type { Range } from '../document/range.ts';
import { readTask } from '../document/task.ts';

/** Something that a task definition takes for granted about the account, and the place where it says so. */
export type AccountClaim = { at: Range } & (
  | { kind: 'image'; image: string; platform: ImagePlatform }
  | { kind: 'role'; arn: string; use: 'task' | 'execution' }
  | { kind: 'secret'; valueFrom: string }
  | { kind: 'logGroup'; group: string; region: string | undefined; created: boolean }
  | { kind: 'fileSystem'; id: string; accessPoint: string | undefined }
  | { kind: 'environmentFile'; arn: string }
);

/** What an image has to be built for; `architecture` is undefined where the container instances decide. */
export interface ImagePlatform {
  os: 'linux' | 'windows';
  architecture: 'amd64' | 'arm64' | undefined;
}

/** Everything in a file that can be looked up in the account. What a template will decide cannot, and is left out. */
export function accountClaims(document: SourceDocument): AccountClaim[] {
  const task = readTask(document);
  const claims: AccountClaim[] = [...roles(task.fields), ...fileSystems(task.volumes.fields())];
  const platform = platformOf(task.fields);
  for (const { fields } of task.containers) {
    claims.push(...known(fields.str('image'), (image, at) => ({ kind: 'image', image, platform, at })));
    for (const list of [fields.list('secrets'), fields.fields('logConfiguration').list('secretOptions')]) {
      for (const secret of list.fields())
        claims.push(...known(secret.str('valueFrom'), (valueFrom, at) => ({ kind: 'secret', valueFrom, at })));
    }
    const credentials = fields.fields('repositoryCredentials').str('credentialsParameter');
    // A bare name does not tell a secret's from a parameter's.
    if (credentials.value?.includes(':secretsmanager:'))
      claims.push(...known(credentials, (valueFrom, at) => ({ kind: 'secret', valueFrom, at })));
    for (const file of fields.list('environmentFiles').fields()) {
      claims.push(...known(file.str('value'), (arn, at) => ({ kind: 'environmentFile', arn, at })));
    }
    claims.push(...logGroups(fields.fields('logConfiguration')));
  }
  return claims;
}

function roles(fields: Fields): AccountClaim[] {
  return [
    ...known(fields.str('taskRoleArn'), (arn, at) => ({ kind: 'role', arn, use: 'task', at })),
    ...known(fields.str('executionRoleArn'), (arn, at) => ({ kind: 'role', arn, use: 'execution', at })),
  ];
}

function logGroups(configuration: Fields): AccountClaim[] {
  if (configuration.str('logDriver').value !== 'awslogs') return [];
  const options = configuration.fields('options');
  const created = options.str('awslogs-create-group').value === 'true';
  const region = options.str('awslogs-region').value;
  return known(options.str('awslogs-group'), (group, at) => ({ kind: 'logGroup', group, region, created, at }));
}

function fileSystems(volumes: readonly Fields[]): AccountClaim[] {
  return volumes.flatMap((volume) => {
    const efs = volume.fields('efsVolumeConfiguration');
    const accessPoint = efs.fields('authorizationConfig').str('accessPointId').value;
    return known(efs.str('fileSystemId'), (id, at) => ({ kind: 'fileSystem', id, accessPoint, at }));
  });
}

function platformOf(task: Fields): ImagePlatform {
  const platform = task.fields('runtimePlatform');
  const os = platform.str('operatingSystemFamily').value?.startsWith('WINDOWS') ? 'windows' : 'linux';
  const said = platform.str('cpuArchitecture');
  if (said.value !== undefined) return { os, architecture: said.value === 'ARM64' ? 'arm64' : 'amd64' };
  const onFargate = task
    .list('requiresCompatibilities')
    .texts()
    .some(({ value }) => value === 'FARGATE');
  return { os, architecture: onFargate && !said.node ? 'amd64' : undefined };
}

function known(value: Value<string>, make: (text: string, at: Range) => AccountClaim): AccountClaim[] {
  return value.value !== undefined && value.node ? [make(value.value, value.node)] : [];
}
