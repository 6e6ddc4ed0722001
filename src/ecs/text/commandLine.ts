/**
 * The words of a command as a person types it: a JSON list, or words with quotes and backslashes as in a shell. A
 * backslash before a letter or digit stays: it is one of a path of Windows. Undefined for a text that cannot be read, such
 * as one with an open quote.
 */
export function parseCommandLine(text: string): string[] | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) return parseList(trimmed);
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let index = 0; index < trimmed.length; index++) {
    const character = trimmed[index] ?? '';
    if (quote) {
      if (character === quote) quote = '';
      else if (quote === '"' && isEscape(trimmed, index)) word = (word ?? '') + (trimmed[++index] ?? '');
      else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (isEscape(trimmed, index)) word = (word ?? '') + (trimmed[++index] ?? '');
    else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  if (word !== undefined) words.push(word);
  return quote ? undefined : words;
}

function isEscape(text: string, index: number): boolean {
  return text[index] === '\\' && !/^\w/.test(text.slice(index + 1, index + 2));
}

function parseList(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A word as shells take it literally: in double quotes where that is enough, which PowerShell and cmd understand like any
 * other, and in those of a POSIX shell where something in it would still be read.
 */
export function shellQuoted(word: string): string {
  if (/^[\w.@%+=:,/-]+$/.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
}

/** `NAME=value` words as environment variables; undefined where one is none. */
export function parseAssignments(text: string): { name: string; value: string }[] | undefined {
  const words = parseCommandLine(text);
  if (!words) return undefined;
  const found = words.map((word) => /^([A-Za-z_][\w.-]*)=(.*)$/s.exec(word));
  if (found.some((match) => match === null)) return undefined;
  return found.map((match) => ({ name: match?.[1] ?? '', value: match?.[2] ?? '' }));
}
