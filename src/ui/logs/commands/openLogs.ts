import { l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchTasksByArn } from '../../../aws/read/tasks.ts';
import type { LogScope } from '../../../logs/sources/logScope.ts';
import { resourceOf } from '../../common/resource.ts';
import type { Workbench } from '../../common/workbench.ts';
import { askPattern } from './filterLogs.ts';
import { logsDocuments } from '../logsDocuments.ts';
import { logStreams } from '../logStreams.ts';
import { scopeName, shortScopeName } from '../scopeName.ts';
import { scopeOf } from '../scopeOf.ts';
import { pickScope } from './scopePicker.ts';
import { pickTimeRange, type TimeRange } from './timeRangePicker.ts';
import { pickOne } from '../../common/pick/pickOne.ts';

export function failure(): string {
  return l10n.t('The logs were not opened.');
}

/** Open Logs: a past range as a document; of a task that has stopped, all it wrote. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const resource = resourceOf(node);
  const connection = resource?.connection ?? (await workbench.connections.active());
  const scope = scopeOf(resource) ?? (await pickScope(connection));
  const life = await lifeOfStoppedTask(connection, scope);
  const range = life ?? (await pickTimeRange(Date.now() + connection.clockOffset));
  const order = life ? { newestFirst: false, filterPattern: undefined } : await askOrder();
  const connectionFor = logStreams(workbench).connectionFor(connection);
  const heading = `${scopeName(scope, connection)} · ${dates(range)}${order.filterPattern ? ` · ${order.filterPattern}` : ''}`;
  await logsDocuments(workbench).open(shortScopeName(scope), {
    scope,
    connection,
    connectionFor,
    range,
    heading,
    ...order,
  });
}

async function askOrder(): Promise<{ newestFirst: boolean; filterPattern: string | undefined }> {
  const items = [
    { label: l10n.t('Oldest first'), newestFirst: false, filtered: false },
    { label: l10n.t('Newest first'), newestFirst: true, filtered: false },
    { label: l10n.t('Oldest first, filtered by a pattern…'), newestFirst: false, filtered: true },
    { label: l10n.t('Newest first, filtered by a pattern…'), newestFirst: true, filtered: true },
  ];
  const picked = await pickOne(items, { title: l10n.t('Open Logs'), placeHolder: l10n.t('Order') });
  const filterPattern = picked.filtered ? await askPattern(undefined) : undefined;
  return { newestFirst: picked.newestFirst, filterPattern };
}

/** Milliseconds after a task's end in which its last lines arrived. */
const lastWords = 300_000;

async function lifeOfStoppedTask(connection: Connection, scope: LogScope): Promise<TimeRange | undefined> {
  if (scope.kind !== 'task') return undefined;
  const [task] = await fetchTasksByArn(connection, scope.clusterArn, [scope.taskArn]);
  if (!task?.createdAt || !task.stoppedAt) return undefined;
  return { from: task.createdAt.getTime(), to: task.stoppedAt.getTime() + lastWords };
}

function dates({ from, to }: TimeRange): string {
  return [from, to].map((moment) => new Date(moment).toLocaleString()).join(' – ');
}
