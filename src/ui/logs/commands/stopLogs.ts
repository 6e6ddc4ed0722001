import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { logStreams } from '../logStreams.ts';
import { pickStream } from './streamPicker.ts';

export function failure(): string {
  return l10n.t('The logs were not stopped.');
}

/** Stop Logs: ends the stream in view, or the one that the person picks. */
export async function run(workbench: Workbench): Promise<void> {
  const streams = logStreams(workbench);
  await streams.stop(await pickStream(streams, l10n.t('Stop Logs'), ['running', 'paused', 'hidden']));
}
