/** Whether a name is meant by a pattern. */
export type NameTest = (name: string) => boolean;

/**
 * Reads what a person types to find names: `/regular expression/`, a glob with `*`, `?` or `{a,b}` over the whole name,
 * or any part of it. Case does not matter. Returns undefined for a regular expression that is none.
 */
export function parseNamePattern(text: string): NameTest | undefined {
  const typed = text.trim();
  const regular = /^\/(.+)\/i?$/.exec(typed);
  if (regular) return compiled(regular[1] ?? '');
  if (/[*?{]/.test(typed)) return compiled(`^(?:${globSource(typed)})$`);
  const part = typed.toLowerCase();
  return (name) => name.toLowerCase().includes(part);
}

function compiled(source: string): NameTest | undefined {
  try {
    const expression = new RegExp(source, 'i');
    return (name) => expression.test(name);
  } catch {
    return undefined;
  }
}

function globSource(glob: string): string {
  const closed = /^[^{}]*(\{[^{}]*\}[^{}]*)*$/.test(glob);
  return glob.replaceAll(/[*?{},]|[^\w*?{},]/g, (sign, at: number) => {
    if (sign === '*') return '.*';
    if (sign === '?') return '.';
    if (sign === '{' && closed) return '(?:';
    if (sign === '}' && closed) return ')';
    if (sign === ',' && closed && isInBraces(glob, at)) return '|';
    return `\\${sign}`;
  });
}

function isInBraces(glob: string, at: number): boolean {
  return glob.lastIndexOf('{', at) > glob.lastIndexOf('}', at);
}
