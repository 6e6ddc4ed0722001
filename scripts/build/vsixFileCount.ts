import { readFile } from 'node:fs/promises';

/** How many files a package has, which the record at the end of a ZIP archive without a comment says. */
export async function vsixFileCount(path: string): Promise<number> {
  const archive = await readFile(path);
  const end = archive.subarray(-22);
  if (end.readUInt32LE(0) !== 0x06_05_4b_50) throw new Error(`${path} does not end as a ZIP archive does.`);
  return end.readUInt16LE(10);
}
