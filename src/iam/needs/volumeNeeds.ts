import * as l10n from '@vscode/l10n';
import type { Fields } from '../../taskdef/document/fields.ts';
import type { Task } from '../../taskdef/document/task.ts';
import type { Need } from './need.ts';
import { arnAt, isExact, patternOf, type TaskHome } from './place.ts';

/** What mounting a volume needs of the task's role: EFS with IAM authorization, and S3 Files. */
export function volumeNeeds(task: Task, volume: Fields, home: TaskHome): Need[] {
  return [...efsNeeds(task, volume, home), ...s3FilesNeeds(task, volume)];
}

function efsNeeds(task: Task, volume: Fields, home: TaskHome): Need[] {
  const efs = volume.fields('efsVolumeConfiguration');
  const authorization = efs.fields('authorizationConfig');
  const [id, iam, point] = [efs.str('fileSystemId'), authorization.str('iam'), authorization.str('accessPointId')];
  const [system, access] = [patternOf(id), patternOf(point)];
  if (!/^(?:ENABLED|\*)$/.test(patternOf(iam) ?? '') || system === undefined || !id.node) return [];
  const resource = arnAt(home, 'elasticfilesystem', `file-system/${system}`);
  const key = 'elasticfilesystem:AccessPointArn';
  const accessArn = access === undefined ? undefined : arnAt(home, 'elasticfilesystem', `access-point/${access}`);
  const operator = accessArn !== undefined && isExact(accessArn) ? 'StringEquals' : 'StringLike';
  const use = useOf(task, volume.str('name').value);
  return [
    {
      role: 'task',
      purpose: 'MountFileSystems',
      actions: [
        'elasticfilesystem:ClientMount',
        ...(use.writes ? ['elasticfilesystem:ClientWrite'] : []),
        // An access point has a user of its own; without one, root is nobody.
        ...(use.writes && use.asRoot && access === undefined ? ['elasticfilesystem:ClientRootAccess'] : []),
      ],
      resource,
      ...(isExact(resource) ? { asked: [resource] } : {}),
      ...(accessArn === undefined
        ? {}
        : { condition: { [operator]: { [key]: [accessArn] } }, context: { [key]: accessArn } }),
      ...(iam.value === undefined ? { onlyPerhaps: true } : {}),
      reason: l10n.t('Volume {0} is mounted from EFS with IAM authorization.', volume.str('name').raw ?? ''),
      at: id.node,
    },
  ];
}

function s3FilesNeeds(task: Task, volume: Fields): Need[] {
  const files = volume.fields('s3filesVolumeConfiguration');
  const [system, point] = [files.str('fileSystemArn'), files.str('accessPointArn')];
  const [resource, access] = [patternOf(system), patternOf(point)];
  if (resource === undefined || !system.node) return [];
  const key = 's3files:AccessPointArn';
  const { writes, asRoot } = useOf(task, volume.str('name').value);
  const condition =
    access === undefined
      ? {}
      : {
          condition: { [isExact(access) ? 'StringEquals' : 'StringLike']: { [key]: [access] } },
          context: { [key]: access },
        };
  return [
    {
      role: 'task',
      purpose: 'MountFileSystems',
      actions: [
        's3files:ClientMount',
        ...(writes ? ['s3files:ClientWrite'] : []),
        ...(writes && asRoot && access === undefined ? ['s3files:ClientRootAccess'] : []),
      ],
      resource,
      ...(isExact(resource) ? { asked: [resource] } : {}),
      ...condition,
      reason: l10n.t('Volume {0} is mounted from S3 Files.', volume.str('name').raw ?? ''),
      at: system.node,
    },
  ];
}

/** What the containers do with a volume, as far as their mounts tell: writing, and as root, unless they say otherwise. */
function useOf(task: Task, name: string | undefined): { writes: boolean; asRoot: boolean } {
  const mounts = task.containers.flatMap(({ fields }) =>
    fields
      .list('mountPoints')
      .fields()
      .filter((mount) => name === undefined || mount.str('sourceVolume').value === name)
      .map((mount) => ({ mount, user: fields.str('user').value })),
  );
  const writing = mounts.filter(({ mount }) => mount.bool('readOnly').value !== true);
  if (mounts.length === 0) return { writes: true, asRoot: true };
  return { writes: writing.length > 0, asRoot: writing.some(({ user }) => isRoot(user)) };
}

/** An image may name another user; a file that names none leaves it root. */
function isRoot(user: string | undefined): boolean {
  return user === undefined || /^(?:root|0)?(?::|$)/.test(user);
}
