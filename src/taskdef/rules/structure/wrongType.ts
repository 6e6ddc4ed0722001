import * as l10n from '@vscode/l10n';
import { links } from '../../../links.ts';
import type { Node } from '../../document.ts';
import { replaceNode } from '../../edits.ts';
import type { Rule } from '../../rule.ts';
import type { MemberSchema } from '../../schema.ts';
import type { Subject } from '../../task.ts';
import { getNodeValue } from 'jsonc-parser';

export const wrongType: Rule<Subject> = {
  id: 'TD006',
  severity: 'error',
  title: 'Every value has the JSON type that ECS expects.',
  link: links.registerTaskDefinition,
  says: "Invalid type for parameter cpu, value: 256, type: <class 'int'>, valid types: <class 'str'>",
  check({ document, issues }, report) {
    for (const { node, member } of issues.types) {
      const converted = convert(node, member);
      const expected = typeName(member.type);
      const message =
        converted === undefined
          ? l10n.t('{0} must be {1}, not {2}.', member.name, expected, typeName(node.type))
          : l10n.t(
              '{0} must be {1}, not {2}: write {3}.',
              member.name,
              expected,
              typeName(node.type),
              shorten(JSON.stringify(converted)),
            );
      const fixes =
        converted === undefined
          ? []
          : [
              {
                title: l10n.t('Write {0}', shorten(JSON.stringify(converted))),
                edits: [replaceNode(document.text, node, converted)],
                preferred: true,
              },
            ];
      report({ at: node, message, fixes });
    }
  },
};

/** The same value in the type that is expected, where there is but one way to read it. */
function convert(node: Node, member: MemberSchema): unknown {
  const value: unknown = getNodeValue(node);
  switch (member.type) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
    case 'integer':
    case 'number':
      return typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : undefined;
    case 'boolean':
      return value === 'true' || value === 'false' ? value === 'true' : undefined;
    case 'array':
      return toArray(value, member.items);
    default:
      return undefined;
  }
}

function toArray(value: unknown, items: MemberSchema | undefined): unknown {
  if (!items) return undefined;
  if (items.type === 'string' && typeof value === 'string') return splitShell(value);
  if (items.type !== 'object' || typeof value !== 'object' || value === null) return undefined;
  const names = Object.keys(value);
  if (names.length > 0 && names.every((name) => items.shape?.members.has(name))) return [value];
  // `{"PORT": "80"}`, as docker compose writes an environment.
  if (items.shape?.name !== 'KeyValuePair' || !Object.values(value).every((item) => typeof item !== 'object'))
    return undefined;
  return Object.entries(value).map(([name, item]) => ({ name, value: String(item) }));
}

/** Words of a command line, quotes honoured. */
function splitShell(line: string): string[] {
  const words = line.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? [];
  return words.map((word) => word.replaceAll(/^["']|["']$/g, ''));
}

function shorten(json: string): string {
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

function typeName(type: string): string {
  switch (type) {
    case 'string':
      return l10n.t('a string');
    case 'integer':
      return l10n.t('a whole number');
    case 'number':
      return l10n.t('a number');
    case 'boolean':
      return l10n.t('true or false');
    case 'array':
      return l10n.t('a list');
    case 'null':
      return 'null';
    default:
      return l10n.t('an object');
  }
}
