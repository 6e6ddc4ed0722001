import * as l10n from '@vscode/l10n';
import { anchorOf, type Task } from '../../taskdef/document/task.ts';
import { firelensNeeds } from './firelensNeeds.ts';
import type { Need } from './need.ts';
import { arnAt, isExact, type TaskHome, taskHome } from './place.ts';
import { sidecarNeeds } from './sidecarNeeds.ts';
import { volumeNeeds } from './volumeNeeds.ts';

/** ECS Exec, where a service or a run of the task lets it in, and how its cluster keeps what is typed. */
export interface ExecSetup {
  readonly logGroup?: string | undefined;
  readonly bucket?: string | undefined;
  /** ARN of the key that encrypts the channel. */
  readonly key?: string | undefined;
}

/** What ECS itself, and what it is known to run beside an application, does in the name of a task's role. */
export function taskNeeds(task: Task, { exec }: { exec?: ExecSetup | undefined } = {}): Need[] {
  const home = taskHome(task);
  return [
    ...(exec ? execNeeds(task, home, exec) : []),
    ...task.volumes.fields().flatMap((volume) => volumeNeeds(task, volume, home)),
    ...task.containers.flatMap((container) => [...firelensNeeds(container, home), ...sidecarNeeds(container, home)]),
  ];
}

function execNeeds(task: Task, home: TaskHome, { logGroup, bucket, key }: ExecSetup): Need[] {
  const at = task.fields.member('taskRoleArn').node ?? anchorOf(task.fields);
  const reason = l10n.t('ECS Exec opens a channel into the containers.');
  const kept = l10n.t('The cluster keeps what is typed through ECS Exec.');
  const need = (part: Pick<Need, 'purpose' | 'actions' | 'resource'>, why = kept): Need => ({
    role: 'task',
    ...part,
    ...(isExact(part.resource) || part.resource === '*' ? { asked: [part.resource] } : {}),
    reason: why,
    at,
  });
  const channel = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'];
  const needs = [
    need({ purpose: 'OpenExecChannel', actions: channel.map((name) => `ssmmessages:${name}`), resource: '*' }, reason),
  ];
  if (key) needs.push(need({ purpose: 'DecryptWithCustomerKeys', actions: ['kms:Decrypt'], resource: key }));
  if (logGroup) {
    const resource = arnAt(home, 'logs', `log-group:${logGroup}:*`);
    const actions = ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];
    needs.push(need({ purpose: 'DeliverLogs', actions: ['logs:DescribeLogGroups'], resource: '*' }));
    needs.push(need({ purpose: 'DeliverLogs', actions, resource }));
  }
  if (bucket) {
    const arn = `arn:${home.partition}:s3:::${bucket}`;
    needs.push(need({ purpose: 'DeliverLogs', actions: ['s3:PutObject'], resource: `${arn}/*` }));
    needs.push(need({ purpose: 'DeliverLogs', actions: ['s3:GetEncryptionConfiguration'], resource: arn }));
    needs.push(need({ purpose: 'LocateBuckets', actions: ['s3:GetBucketLocation'], resource: arn }));
  }
  return needs;
}
