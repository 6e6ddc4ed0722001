import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { logStreams } from '../logStreams.ts';
import { pickStream } from './streamPicker.ts';

export function failure(): string {
  return l10n.t('The logs were not paused.');
}

/** Pause Logs: ends all requests of a stream; nothing is lost, because it goes on where it stopped. */
export async function run(workbench: Workbench): Promise<void> {
  const streams = logStreams(workbench);
  await streams.pause(await pickStream(streams, l10n.t('Pause Logs'), ['running']));
}
