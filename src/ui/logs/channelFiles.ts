import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Bytes that the files of one channel may take when it begins another one. */
const usualMost = 70e6;

/** Characters that VS Code leaves out of a channel's file name and address. */
export const unfitForChannel = /[\\/:*?"<>|]/g;

interface ChannelFile {
  path: string;
  /** VS Code numbers the channels of a window in the order of their making. */
  number: number;
  bytes: number;
}

/**
 * Removes the oldest files of a channel, which VS Code leaves on the disk. They lie beside the extension's own log
 * folder; where a VS Code puts them elsewhere, none is found and nothing is removed.
 *
 * @param logFolder The extension's log folder, `ExtensionContext.logUri`.
 */
export async function removeOldFiles(logFolder: string, channelName: string, most = usualMost): Promise<void> {
  const files = await filesOf(dirname(logFolder), channelName);
  let total = 0;
  for (const { path, bytes } of files.toSorted((a, b) => b.number - a.number)) {
    total += bytes;
    if (total > most) await rm(path, { force: true });
  }
}

async function filesOf(folder: string, channelName: string): Promise<ChannelFile[]> {
  const files: ChannelFile[] = [];
  const name = channelName.replaceAll(unfitForChannel, '');
  for (const outputs of await readdir(folder)) {
    if (!outputs.startsWith('output_logging_')) continue;
    for (const file of await readdir(join(folder, outputs))) {
      const number = numberOf(file, name);
      const path = join(folder, outputs, file);
      if (number !== undefined) files.push({ path, number, bytes: (await stat(path)).size });
    }
  }
  return files;
}

/** Of `12-name.log`, or of `12-name.1.log`, which VS Code makes of it at 30 MB. */
function numberOf(file: string, name: string): number | undefined {
  const [, number, rest = ''] = /^(\d+)-(.*)$/.exec(file) ?? [];
  return number !== undefined && (rest === `${name}.log` || rest === `${name}.1.log`) ? Number(number) : undefined;
}
