import { parse } from 'yaml';

/** An object of a YAML or JSON file, whose members may be anything. */
export type YamlObject = Readonly<Record<string, unknown>>;

/** Bounds under which the parser is known to be quick; on deeply nested brackets it takes exponential time. */
const longestText = 100_000;
const deepestNesting = 20;

/** The root object of a YAML or JSON file; undefined when it has none or cannot be read. */
export function readYaml(text: string): YamlObject | undefined {
  if (text.length > longestText || flowNesting(text) > deepestNesting) return undefined;
  try {
    return asObject(parse(text, { logLevel: 'silent', maxAliasCount: 100, uniqueKeys: false }));
  } catch {
    // Half-typed, or a template: it says nothing yet.
    return undefined;
  }
}

function flowNesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const c of text) {
    if (c === '[' || c === '{') deepest = Math.max(deepest, ++depth);
    else if (c === ']' || c === '}') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

export function asObject(value: unknown): YamlObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as YamlObject) : undefined;
}

export function asObjects(value: unknown): YamlObject[] {
  return Array.isArray(value) ? value.map(asObject).filter((one) => one !== undefined) : [];
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}
