import * as l10n from '@vscode/l10n';
import { normalise, type JsonObject } from './normalise.ts';

/** One field in which two task definitions differ. */
export interface FieldChange {
  /** Such as `containerDefinitions[web].image`. */
  path: string;
  kind: 'added' | 'removed' | 'changed';
  before?: unknown;
  after?: unknown;
  /** Path and values in one line, without the value of an environment variable or anything that looks secret. */
  text: string;
}

/** The members by which items of a list are told apart, the first that the items have. */
const identities = [
  'name',
  'key',
  'containerName',
  'sourceContainer',
  'containerPath',
  'containerPort',
  'containerPortRange',
  'namespace',
  'hostname',
  'value',
];
const longestValue = 80;

/** The fields in which two task definitions differ; either may be a file's object, a describe answer or an SDK input. */
export function diffFields(before: object, after: object): FieldChange[] {
  const changes: FieldChange[] = [];
  const [left, right] = [normalise(before), normalise(after)];
  if (tagsUnknown(before) || tagsUnknown(after)) {
    delete left['tags'];
    delete right['tags'];
  }
  compareObjects(left, right, '', changes);
  return changes;
}

/**
 * What a file asks for beside a revision. One that says nothing of tags leaves them as they are: whether they are kept is
 * asked when it is registered, and is no difference of the file.
 */
export function asRegistered<Input extends { tags?: readonly object[] | undefined }>(
  input: Input,
  revision: { tags?: readonly object[] | undefined },
): Input {
  return input.tags === undefined && revision.tags !== undefined ? { ...input, tags: revision.tags } : input;
}

/** A describe answer without tags was asked without them: it says nothing about them. */
function tagsUnknown(definition: object): boolean {
  return 'taskDefinition' in definition && !('tags' in definition);
}

function compareValues(before: unknown, after: unknown, path: string, changes: FieldChange[]): void {
  if (before === undefined && after === undefined) return;
  if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, path, changes);
  else if (isObject(before) && isObject(after)) compareObjects(before, after, path, changes);
  else if (before !== after) changes.push(change(path, before, after));
}

function compareObjects(before: JsonObject, after: JsonObject, path: string, changes: FieldChange[]): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    compareValues(before[name], after[name], path ? `${path}.${name}` : name, changes);
  }
}

function compareLists(before: unknown[], after: unknown[], path: string, changes: FieldChange[]): void {
  const key = identityOf([...before, ...after]);
  if (key) {
    const [left, right] = [byIdentity(before, key), byIdentity(after, key)];
    for (const id of new Set([...left.keys(), ...right.keys()]))
      compareValues(left.get(id), right.get(id), `${path}[${id}]`, changes);
    return;
  }
  // A list of plain values, such as a command, is read as one.
  if (JSON.stringify(before) !== JSON.stringify(after)) changes.push(change(path, before, after));
}

/** The member that every item has and no two items of a side share. */
function identityOf(items: unknown[]): string | undefined {
  if (items.length === 0 || !items.every(isObject)) return undefined;
  return identities.find((name) => items.every((item) => isObject(item) && item[name] !== undefined));
}

function byIdentity(items: unknown[], key: string): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const id = String((item as JsonObject)[key]);
    let unique = id;
    for (let n = 2; found.has(unique); n++) unique = `${id}#${n}`;
    found.set(unique, item);
  }
  return found;
}

function change(path: string, before: unknown, after: unknown): FieldChange {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { path, kind, before, after, text: describe(path, kind, before, after) };
}

function describe(path: string, kind: FieldChange['kind'], before: unknown, after: unknown): string {
  const secret = isSecret(path);
  if (kind === 'added') return secret ? l10n.t('{0} added', path) : l10n.t('{0} added: {1}', path, show(after));
  if (kind === 'removed') return secret ? l10n.t('{0} removed', path) : l10n.t('{0} removed: {1}', path, show(before));
  return secret ? l10n.t('{0} changed', path) : l10n.t('{0}: {1} → {2}', path, show(before), show(after));
}

/** Environment values, whole containers and options that look like credentials are named, never shown. */
function isSecret(path: string): boolean {
  if (/\benvironment\b/.test(path) || /^containerDefinitions(?:\[[^\]]*\])?$/.test(path)) return true;
  return /(?:token|passw|secret(?!s\b|Options)|api_?key|dockerLabels)/i.test(path);
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
