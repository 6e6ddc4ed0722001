import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { packageExtension } from '../../scripts/build/package.ts';
import { vsixFileCount } from '../../scripts/build/vsixFileCount.ts';

export const prefixes = ['bundle.', 'vsix.'];

/** Bytes of what is read at activation, and of what a person downloads; and in how many files. */
export async function measure(): Promise<Record<string, number>> {
  const vsix = await packageExtension();
  const entry = resolve(import.meta.dirname, '../../dist/extension.js');
  return {
    'bundle.entry.bytes': (await stat(entry)).size,
    'vsix.bytes': (await stat(vsix)).size,
    'vsix.files': await vsixFileCount(vsix),
  };
}
