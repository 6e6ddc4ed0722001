import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Returns a function that makes a bundle's places in a stack trace those of the files that it was made of. */
export function originalPlaces(bundle: string): (text: string) => string {
  const encoded = /^\/\/# sourceMappingURL=data:application\/json;base64,(.+)$/m.exec(
    readFileSync(bundle, 'utf8'),
  )?.[1];
  if (encoded === undefined) return (text) => text;
  const map = new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString()) as SourceMapPayload);
  const url = pathToFileURL(bundle);
  return (text) =>
    text.replace(/(file:[^\s()]+):(\d+):(\d+)/g, (all, file: string, line: string, column: string) => {
      if (file !== url.href) return all;
      const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
      if (!('originalSource' in entry)) return all;
      return `${new URL(entry.originalSource, url).href}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}
