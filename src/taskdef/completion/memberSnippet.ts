import { indentUnit } from '../document/edits.ts';
import { blankValue } from '../rule/blank.ts';
import type { MemberSchema, Shape } from '../document/schema.ts';
import { escapeSnippet } from '../document/snippetText.ts';
import type { CompletionRequest } from './request.ts';
import { presets } from './defaultValues.ts';

/**
 * What follows a member's name when it is accepted: a value that ECS takes as it stands, with tab stops where a person will want another.
 */
export function memberSnippet(member: MemberSchema, request: CompletionRequest): string {
  const value = presetValue(member, request);
  return value === undefined ? fallback(member) : fromValue(value, request, new Stops());
}

/** What is known to be accepted; of an object, its required members. */
function presetValue(member: MemberSchema, request: CompletionRequest): unknown {
  const preset = presets[member.id]?.(request);
  if (preset !== undefined || !member.shape || member.shape.required.length === 0) return preset;
  return requiredMembers(member.shape, request);
}

function requiredMembers(shape: Shape, request: CompletionRequest): Record<string, unknown> {
  return Object.fromEntries(
    shape.required.map((name) => {
      const inner = shape.members.get(name)!;
      return [name, presetValue(inner, request) ?? blankValue(inner)];
    }),
  );
}

function fallback(member: MemberSchema): string {
  const { enumValues, type, limits } = member;
  if (enumValues) return `"\${1|${safestFirst(enumValues).join(',')}|}"`;
  switch (type) {
    case 'boolean':
      return `\${1:${String(member.default === undefined ? true : !member.default)}}`;
    case 'integer':
    case 'number':
      return `\${1:${String(member.default ?? limits.minimum ?? 1)}}`;
    case 'array':
      return member.items?.type === 'string' ? '["$1"]' : '[$1]';
    case 'object':
    case 'map':
      return '{$1}';
    default:
      return '"$1"';
  }
}

/** START is the one condition that any container can meet. */
function safestFirst(values: readonly string[]): readonly string[] {
  return values.includes('START') ? ['START', ...values.filter((value) => value !== 'START')] : values;
}

class Stops {
  private next = 1;

  take(text: string): string {
    return `\${${this.next++}:${escapeSnippet(text)}}`;
  }
}

/** JSON of a value in which every plain value is a tab stop, one member a line. */
function fromValue(value: unknown, request: CompletionRequest, stops: Stops, depth = 0): string {
  const unit = indentUnit(request.document.text);
  const open = `\n${unit.repeat(depth + 1)}`;
  const close = `\n${unit.repeat(depth)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[$1]';
    const items = value.map((item) => fromValue(item, request, stops, depth + 1));
    return value.every((item) => typeof item !== 'object')
      ? `[${items.join(', ')}]`
      : `[${open}${items.join(`,${open}`)}${close}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([name, inner]) => `${JSON.stringify(name)}: ${fromValue(inner, request, stops, depth + 1)}`,
    );
    return members.length === 0 ? '{$1}' : `{${open}${members.join(`,${open}`)}${close}}`;
  }
  if (typeof value === 'string') return `"${stops.take(JSON.stringify(value).slice(1, -1))}"`;
  return stops.take(JSON.stringify(value) ?? 'null');
}
