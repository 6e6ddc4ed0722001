import * as l10n from '@vscode/l10n';
import type { Connection } from '../aws/connection/connection.ts';
import { fetchLogGroup } from '../aws/read/logGroups.ts';
import { day, size } from './format.ts';
import { askOnce, isMissing, type Verdict, type VerifyContext } from './accountFinding.ts';

/** Whether a log group exists, or will be made when the task starts. */
export async function verifyLogGroup(
  connection: Connection,
  { group, region, created }: { group: string; region: string | undefined; created: boolean },
  context: VerifyContext,
): Promise<Verdict[]> {
  const { signal, found } = context;
  if (region !== undefined && region !== connection.region) {
    return [
      {
        severity: 'info',
        message: l10n.t('It lies in {0}; this connection can only look in {1}.', region, connection.region),
      },
    ];
  }
  const there = await askOnce(context, `log group ${group}`, () => fetchLogGroup(connection, group, signal));
  if (there) {
    const { retentionInDays: days, storedBytes = 0 } = there;
    found?.(l10n.t('Log group {0} exists.', group));
    found?.(days === undefined ? l10n.t('Events never expire.') : l10n.t('Retention in days: {0}', days));
    found?.(l10n.t('{0} stored.', size(storedBytes)));
    return [];
  }
  if (created)
    return [
      {
        severity: 'info',
        message: l10n.t('Log group {0} does not exist yet; the task will create it if its execution role may.', group),
        missing: { kind: 'logGroup', name: group },
      },
    ];
  return [
    {
      severity: 'error',
      message: l10n.t('Log group {0} does not exist: create it, or set awslogs-create-group.', group),
      missing: { kind: 'logGroup', name: group },
    },
  ];
}

/** Whether an EFS file system and its access point exist and are ready. */
export async function verifyFileSystem(
  connection: Connection,
  { id, accessPoint }: { id: string; accessPoint: string | undefined },
  { signal, found }: VerifyContext,
): Promise<Verdict[]> {
  try {
    const answer = await connection.read('elasticfilesystem', 'DescribeFileSystems', { FileSystemId: id }, signal);
    const system = answer.FileSystems?.[0];
    const state = system?.LifeCycleState;
    if (state !== 'available') {
      return [{ severity: 'warning', message: l10n.t('File system {0} is {1}.', id, state ?? l10n.t('unknown')) }];
    }
    found?.(l10n.t('File system {0} is available.', system?.Name ? `${id} (${system.Name})` : id));
    found?.(l10n.t('{0} stored.', size(system?.SizeInBytes?.Value ?? 0)));
    if (accessPoint === undefined) return [];
    const points = await connection.read(
      'elasticfilesystem',
      'DescribeAccessPoints',
      { AccessPointId: accessPoint },
      signal,
    );
    if (points.AccessPoints?.[0]?.FileSystemId === id) return [];
    return [{ severity: 'error', message: l10n.t('Access point {0} belongs to another file system.', accessPoint) }];
  } catch (error) {
    if (!isMissing(error)) throw error;
    return [
      {
        severity: 'error',
        message: l10n.t('File system {0}, or its access point, does not exist: create it, or correct the id.', id),
      },
    ];
  }
}

/** Whether an environment file lies in its bucket. */
export async function verifyEnvironmentFile(
  connection: Connection,
  { arn }: { arn: string },
  { signal, found }: VerifyContext,
): Promise<Verdict[]> {
  const [, bucket = '', key = ''] = /^arn:[^:]+:s3:::([^/]+)\/(.+)$/.exec(arn) ?? [];
  if (!key)
    return [
      {
        severity: 'error',
        message: l10n.t('An environment file is named by an ARN such as arn:aws:s3:::bucket/file.env.'),
      },
    ];
  try {
    const object = await connection.read('s3', 'HeadObject', { Bucket: bucket, Key: key }, signal);
    found?.(l10n.t('Bucket {0} has this file.', bucket));
    if (object.LastModified) found?.(l10n.t('Last changed {0}.', day(object.LastModified)));
    return [];
  } catch (error) {
    if (!isMissing(error)) throw error;
    return [
      {
        severity: 'error',
        message: l10n.t('Bucket {0} has no object {1}: upload it, or correct the ARN.', bucket, key),
      },
    ];
  }
}
