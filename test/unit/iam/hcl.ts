/** A block of HCL: `statement { … }`, with its labels, attributes and the blocks in it. */
export interface HclBlock {
  type: string;
  labels: string[];
  attributes: Record<string, unknown>;
  blocks: HclBlock[];
}

const token = /\s+|#[^\n]*|"(?:[^"\\]|\\.)*"|[A-Za-z_][\w.-]*|[{}[\]=,]/y;

/** Reads as much of HCL as policies are written in: blocks, texts, lists of them and references. Throws for anything else. */
export function parseHcl(text: string): HclBlock[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const [found] = token.exec(text) ?? [];
    if (found === undefined) throw new SyntaxError(`not HCL: ${text.slice(at, at + 40)}`);
    if (!/^(?:\s|#)/.test(found)) tokens.push(found);
  }
  let next = 0;
  const take = (wanted?: string): string => {
    const found = tokens[next++];
    if (found === undefined || (wanted !== undefined && found !== wanted))
      throw new SyntaxError(`${found}, not ${wanted}`);
    return found;
  };
  const value = (): unknown => {
    const first = take();
    if (first === '[') {
      const items: unknown[] = [];
      while (tokens[next] !== ']') {
        items.push(value());
        if (tokens[next] !== ']') take(',');
      }
      take(']');
      return items;
    }
    if (first.startsWith('"')) return literal(first);
    if (/^[A-Za-z]/.test(first)) return { reference: first };
    throw new SyntaxError(first);
  };
  const body = (block: HclBlock): HclBlock => {
    take('{');
    while (tokens[next] !== '}') {
      const name = take();
      if (tokens[next] === '=') {
        take('=');
        block.attributes[name] = value();
      } else block.blocks.push(blockOf(name));
    }
    take('}');
    return block;
  };
  const blockOf = (type: string): HclBlock => {
    const labels: string[] = [];
    while (tokens[next]?.startsWith('"')) labels.push(literal(take()));
    return body({ type, labels, attributes: {}, blocks: [] });
  };
  const blocks: HclBlock[] = [];
  while (next < tokens.length) blocks.push(blockOf(take()));
  return blocks;
}

/** A text without a template in it: one would be evaluated. */
function literal(quoted: string): string {
  const text = JSON.parse(quoted) as string;
  const plain = text.replace(/[$%]([$%])\{/g, '');
  if (/[$%]\{/.test(plain)) throw new SyntaxError(`a template: ${quoted}`);
  return text.replace(/([$%])\1\{/g, '$1{');
}
