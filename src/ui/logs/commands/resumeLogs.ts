import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { logStreams } from '../logStreams.ts';
import { pickStream } from './streamPicker.ts';

export function failure(): string {
  return l10n.t('The logs were not resumed.');
}

/** Resume Logs: first shows what was written since the pause. */
export async function run(workbench: Workbench): Promise<void> {
  const streams = logStreams(workbench);
  const stream = await pickStream(streams, l10n.t('Resume Logs'), ['paused', 'hidden']);
  stream.channel.show(true);
  streams.resume(stream);
}
