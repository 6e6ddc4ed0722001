/** An XML document from a plain object; lists become `member` elements, as in the AWS query protocol. */
export function toXml(root: string, content: object, namespace: string): string {
  return `<${root} xmlns="${namespace}">${children(content)}</${root}>`;
}

function children(content: object): string {
  return Object.entries(content)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${body(value)}</${name}>`)
    .join('');
}

function body(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => `<member>${body(item)}</member>`).join('');
  if (typeof value === 'object' && value !== null) return children(value);
  return escapeText(String(value));
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
