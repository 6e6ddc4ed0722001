import { dirname, join } from 'node:path';
import picomatch from 'picomatch';
import { type FileKind, fileKinds } from '../taskdef/document/recognise.ts';
import type { Tool } from '../taskdef/document/siblingFacts.ts';
import { tools } from '../taskdef/facts/toolNames.ts';
import { parseJson } from '../taskdef/formats/json.ts';
import { valueOf } from '../taskdef/formats/node.ts';
import type { Severity } from '../taskdef/rule/finding.ts';
import { severities } from './arguments.ts';
import { pathFrom, readIfThere } from './diskTree.ts';

/** What the workspace's settings say of one file. */
export interface FileSettings {
  kind: FileKind | undefined;
  tool: Tool | undefined;
  severities: Record<string, Severity | 'off'>;
}

/** The settings of a folder of which VS Code would be told by its `.vscode/settings.json`. */
interface FolderSettings {
  folder: string;
  values: Readonly<Record<string, unknown>>;
}

const none: FileSettings = { kind: undefined, tool: undefined, severities: {} };

/** Settings of workspaces as they lie on the disk, each read once. */
export class WorkspaceSettings {
  readonly #known = new Map<string, FolderSettings | undefined>();

  /** The settings for a file: those of the nearest folder that has some, its own or one above it, up to the root. */
  of(file: string, root: string): FileSettings {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      const settings = this.#in(folder);
      if (settings) return ofFile(settings, file);
      if (folder === root || folder === dirname(folder)) return none;
    }
  }

  #in(folder: string): FolderSettings | undefined {
    if (!this.#known.has(folder)) this.#known.set(folder, readSettings(folder));
    return this.#known.get(folder);
  }
}

function readSettings(folder: string): FolderSettings | undefined {
  const { root } = parseJson(readIfThere(join(folder, '.vscode', 'settings.json')) ?? '');
  const values: unknown = root ? valueOf(root) : undefined;
  return isTable(values) ? { folder, values } : undefined;
}

function ofFile({ folder, values }: FolderSettings, file: string): FileSettings {
  const path = pathFrom(folder, file);
  const table = (name: string): Readonly<Record<string, unknown>> => {
    const value = values[`ecs.taskDefinition.${name}`];
    return isTable(value) ? value : {};
  };
  const rules = Object.entries(table('rules')).filter(([, severity]) => isSeverity(severity));
  const ignored = entriesFor(table('ignore'), path)
    .flat()
    .filter((rule) => typeof rule === 'string');
  return {
    kind: fileKinds.find((kind) => kind === entriesFor(table('files'), path).at(-1)),
    tool: tools.find((tool) => tool === values['ecs.taskDefinition.tool']),
    severities: {
      ...(Object.fromEntries(rules) as Record<string, Severity | 'off'>),
      ...Object.fromEntries(ignored.map((rule) => [rule, 'off' as const])),
    },
  };
}

/** The entries of a table by path or glob that are meant for a file, the exact path last: it wins. */
function entriesFor(table: Readonly<Record<string, unknown>>, path: string): unknown[] {
  const globs = Object.keys(table).filter((key) => key !== path && /[*?{[]/.test(key) && matches(key, path));
  return [...globs, ...(path in table ? [path] : [])].map((key) => table[key]);
}

function matches(glob: string, path: string): boolean {
  return picomatch.isMatch(path, glob, { dot: true });
}

function isSeverity(value: unknown): boolean {
  return value === 'off' || severities.some((severity) => severity === value);
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
