import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Bytes that the files of one channel may take when it begins another one. */
const usualMost = 70e6;

/** A text as VS Code writes it in a channel's file name and address. */
export function inChannelName(text: string): string {
  return text.replaceAll(/[\\/:*?"<>|]/g, '');
}

interface ChannelFile {
  path: string;
  /** Of its channel: VS Code numbers them in the order of their making, in a folder for each run of the extension host. */
  place: [folder: string, number: number];
  bytes: number;
}

/**
 * Removes the oldest files of a channel, which VS Code leaves on the disk, and never those of the newest one. They lie
 * beside the extension's own log folder; where a VS Code puts them elsewhere, none is found and nothing is removed.
 *
 * @param logFolder The extension's log folder, `ExtensionContext.logUri`.
 */
export async function removeOldFiles(logFolder: string, channelName: string, most = usualMost): Promise<void> {
  const files = (await filesOf(dirname(logFolder), channelName)).toSorted(newestFirst);
  let total = 0;
  for (const file of files) {
    total += file.bytes;
    if (total > most && newestFirst(file, files[0] ?? file) !== 0) await rm(file.path, { force: true });
  }
}

/** The names of the folders hold the time of their making. */
function newestFirst({ place: [folder, number] }: ChannelFile, { place: [other, otherNumber] }: ChannelFile): number {
  return folder === other ? otherNumber - number : folder < other ? 1 : -1;
}

async function filesOf(folder: string, channelName: string): Promise<ChannelFile[]> {
  const files: ChannelFile[] = [];
  const name = inChannelName(channelName);
  for (const outputs of await readdir(folder)) {
    if (!outputs.startsWith('output_logging_')) continue;
    for (const file of await readdir(join(folder, outputs))) {
      const number = numberOf(file, name);
      const path = join(folder, outputs, file);
      if (number !== undefined) files.push({ path, place: [outputs, number], bytes: (await stat(path)).size });
    }
  }
  return files;
}

/** Of `12-name.log`, or of `12-name.1.log`, which VS Code makes of it at 30 MB. */
function numberOf(file: string, name: string): number | undefined {
  const [, number, rest = ''] = /^(\d+)-(.*)$/.exec(file) ?? [];
  return number !== undefined && (rest === `${name}.log` || rest === `${name}.1.log`) ? Number(number) : undefined;
}
