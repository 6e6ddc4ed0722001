import { l10n } from 'vscode';
import { pickOne } from '../../common/pick/pickOne.ts';
import { UserError } from '../../common/userError.ts';
import type { LogStream, StreamState } from '../logStream.ts';
import type { LogStreams } from '../logStreams.ts';

/** The stream that a command is meant for: the one in view, else the only one, else what the person picks. */
export async function pickStream(
  streams: LogStreams,
  title: string,
  states: readonly StreamState[],
): Promise<LogStream> {
  const fitting = streams.all.filter((stream) => states.includes(stream.state));
  const { shown } = streams;
  if (shown && fitting.includes(shown)) return shown;
  if (fitting.length === 0) throw new UserError(l10n.t('No logs are being followed.'));
  const items = fitting.map((stream) => ({ label: stream.channel.name, stream }));
  const [only] = items;
  return (items.length === 1 && only ? only : await pickOne(items, { title })).stream;
}
