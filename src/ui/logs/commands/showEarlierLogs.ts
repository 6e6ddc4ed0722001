import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { logsDocuments } from '../logsDocuments.ts';
import { logStreams } from '../logStreams.ts';
import { scopeName, shortScopeName } from '../scopeName.ts';
import { pickStream } from './streamPicker.ts';

/** Milliseconds before a stream's first line that the document reaches back to; pages are read when asked for. */
const reach = 7 * 86_400_000;

export function failure(): string {
  return l10n.t('The earlier logs were not opened.');
}

/** Show Earlier Logs: what was written before a stream's first line, newest first. */
export async function run(workbench: Workbench): Promise<void> {
  const streams = logStreams(workbench);
  const stream = await pickStream(streams, l10n.t('Show Earlier Logs'), ['running', 'paused', 'hidden', 'ended']);
  const { scope, connection, filter } = stream;
  const to = stream.beginning ?? Date.now() + connection.clockOffset;
  const heading = l10n.t('{0} · before {1}', scopeName(scope, connection), new Date(to).toLocaleString());
  const range = { from: to - reach, to };
  const connectionFor = streams.connectionFor(connection);
  const options = { scope, connection, connectionFor, range, heading, newestFirst: true };
  await logsDocuments(workbench).open(l10n.t('{0}, earlier', shortScopeName(scope)), {
    ...options,
    filterPattern: filter.pattern,
  });
}
