const lineWidth = 110;
const mostItems = 3;
const mostMembers = 4;
const longestText = 90;

/** The members of a file, one a line where they fit, without the braces around them. Long texts and lists are cut. */
export function compactJson(content: object): string {
  if (Array.isArray(content)) return write(content, '');
  return membersOf(content)
    .map(([name, value]) => `${JSON.stringify(name)}: ${write(value, '')}`)
    .join(',\n');
}

/** The first members of a file, of which each says little more than that it is there. */
export function outline(content: object): string {
  return Array.isArray(content) ? `[${content.map(brief).join(', ')}]` : briefMembers(content).join(',\n');
}

function briefMembers(content: object): string[] {
  const members = membersOf(content);
  const parts = members.slice(0, mostMembers).map(([name, value]) => `${JSON.stringify(name)}: ${brief(value)}`);
  return members.length > mostMembers ? [...parts, '/* … */'] : parts;
}

function brief(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? '[/* … */]' : `{ ${briefMembers(value).join(', ')} }`;
}

function membersOf(content: object): [string, unknown][] {
  return Object.entries(content).filter(([, value]) => value !== undefined);
}

function write(value: unknown, indent: string): string {
  if (typeof value === 'string' && value.length > longestText)
    return `${JSON.stringify(value.slice(0, longestText)).slice(0, -1)}…"`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const parts = Array.isArray(value)
    ? items(value, inner)
    : membersOf(value).map(([name, one]) => `${JSON.stringify(name)}: ${write(one, inner)}`);
  if (parts.length === 0) return open.trim() + close.trim();
  const flat = open + parts.join(', ') + close;
  if (indent.length + flat.length <= lineWidth && !flat.includes('\n')) return flat;
  return `${open.trim()}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close.trim()}`;
}

/** Of a long list of objects the first alone, and how many are like it. */
function items(list: readonly unknown[], indent: string): string[] {
  const cut = list.length > mostItems && typeof list[0] === 'object';
  return cut ? [write(list[0], indent), `/* ${list.length - 1} more */`] : list.map((one) => write(one, indent));
}
