import assert from 'node:assert/strict';

/** What nobody means to write: an escape that colours, one that titles the terminal, a turned direction, further lines. */
export const foreignText =
  'a\u001b[31mb\u001b]0;c\u0007\u202ed\u2066e\u009bf\u0000g\rh\u2028i\u0085j\u200b[k](command:l)';

const unseen = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u;

/** What is shown must show all that is in it; `\n` and tab pass where the text has lines of its own. */
export function assertVisible(text: string, where: string, { lines = false } = {}): void {
  const rest = lines ? text.replaceAll(/[\n\t]/g, '') : text;
  const found = unseen.exec(rest);
  assert.equal(found, null, `${where}: ${JSON.stringify(text)}`);
}
