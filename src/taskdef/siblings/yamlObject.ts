import { load } from 'js-yaml';
import type { SiblingFile } from './siblingFile.ts';

/** An object of a YAML or JSON file, whose members may be anything. */
export type YamlObject = Readonly<Record<string, unknown>>;

/** Bounds under which reading stays quick, whatever a file holds. */
const longestText = 100_000;
const bounds = { json: true, maxDepth: 20, maxAliases: 100 };

/** A file may say something of a thousand others; it is parsed for the first. */
const read = new WeakMap<SiblingFile, { root: YamlObject | undefined }>();

/** The root object of a YAML or JSON file; undefined when it has none or cannot be read. */
export function readYaml(file: SiblingFile): YamlObject | undefined {
  const known = read.get(file);
  if (known) return known.root;
  const root = parse(file.text);
  read.set(file, { root });
  return root;
}

function parse(text: string): YamlObject | undefined {
  if (text.length > longestText) return undefined;
  try {
    return asObject(load(text, bounds));
  } catch {
    // Half-typed, or a template: it says nothing yet.
    return undefined;
  }
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
