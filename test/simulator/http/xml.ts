/** An XML document from a plain object; lists become `member` elements, as in the AWS query protocol, unless it is said how. */
export function toXml(root: string, content: object, namespace?: string, listItem = 'member'): string {
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<${root}${attribute}>${children(content, listItem)}</${root}>`;
}

function children(content: object, listItem: string): string {
  return Object.entries(content)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${body(value, listItem)}</${name}>`)
    .join('');
}

function body(value: unknown, listItem: string): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => `<${listItem}>${body(item, listItem)}</${listItem}>`).join('');
  if (typeof value === 'object' && value !== null) return children(value, listItem);
  return escapeText(String(value));
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
