/** Something in a row that leads somewhere; columns from 0, the end not included. */
export type RowLink = { start: number; end: number } & (
  { kind: 'arn'; arn: string } | { kind: 'file'; path: string; line: number; column: number }
);

const arn = /\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[^\s"'<>,;()[\]{}|]+/g;
/** `src/app.ts:12:7`, `main.go:40`, and Java's `OrderService.java:88` in brackets. */
const fileAndLine =
  /(?<![\w:/.@+-])((?:\/|\.{0,2}\/)?(?:[\w@.+-]+\/)*[\w@+-][\w@.+-]*\.[a-zA-Z][\w]{0,5}):(\d{1,6})(?::(\d{1,5}))?\b/g;
/** .NET's `in /src/Cart.cs:line 12`. */
const dotnet = /\bin ((?:\/|[A-Z]:\\)[^\s:]+):line (\d+)/g;
/** Python's `File "app/main.py", line 12`. */
const python = /\bFile "([^"]+)", line (\d+)/g;

/** Where packages and runtimes lie: the workspace has no such file, but maybe another of the same name. */
const elsewhere =
  /(?:^|\/)(?:node_modules|site-packages|dist-packages|pkg\/mod|gems)\/|^\/?usr\/(?:local\/)?(?:lib|go)\//;

/** Longer rows are not searched to their end. */
const searched = 2000;

/** ARNs and places in source files that a row names; web addresses are VS Code's own business. */
export function findRowLinks(row: string): RowLink[] {
  const text = row.length > searched ? row.slice(0, searched) : row;
  const links: RowLink[] = [];
  for (const match of text.matchAll(arn)) {
    const found = match[0].replace(/[.:]+$/, '');
    links.push({ kind: 'arn', arn: found, start: match.index, end: match.index + found.length });
  }
  for (const match of [...text.matchAll(fileAndLine), ...text.matchAll(python), ...text.matchAll(dotnet)]) {
    const [all, path = '', line = '1', column = '1'] = match;
    const [start, end] = [match.index, match.index + all.length];
    if (elsewhere.test(path)) continue;
    if (links.some((link) => start < link.end && end > link.start)) continue;
    links.push({ kind: 'file', path, line: Number(line), column: Number(column), start, end });
  }
  return links;
}
