import * as l10n from '@vscode/l10n';
import { parseCommandLine } from '../../../ecs/text/commandLine.ts';
import { links } from '../../facts/links.ts';
import { needsShell, shellAmong } from '../../facts/shells.ts';
import { memberOf, type Node, valueOf } from '../../formats/node.ts';
import { replaceNode } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';
import type { MemberSchema } from '../../document/schema.ts';
import type { Subject } from '../../document/task.ts';

export const wrongType: Rule<Subject> = {
  id: 'TD006',
  severity: 'error',
  title: 'Every value has the JSON type that ECS expects.',
  link: links.registerTaskDefinition,
  says: "Invalid type for parameter cpu, value: 256, type: <class 'int'>, valid types: <class 'str'>",
  onServiceDefinitions: true,
  findsMisplaced: true,
  check({ document, issues }, report) {
    for (const { node, member } of issues.types) {
      const converted = convert(node, member);
      const expected = typeName(member.type);
      const name = nameOf(node, member);
      const actual =
        Number.isFinite(node.value) && member.type === 'integer' ? String(node.value) : typeName(node.type);
      const message =
        converted === undefined
          ? l10n.t('{0} must be {1}, not {2}.', name, expected, actual)
          : l10n.t('{0} must be {1}, not {2}: write {3}.', name, expected, actual, shorten(JSON.stringify(converted)));
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
      // Some SDKs take digits for the number that they are.
      const flaw = node.type === 'string' && typeof converted === 'number' ? 'numberAsText' : undefined;
      report({ at: node, message, fixes, flaw });
    }
  },
};

/** What the value is called: an entry of a map by its own name. */
function nameOf({ parent }: Node, member: MemberSchema): string {
  const key: unknown = parent?.type === 'property' ? parent.children?.[0]?.value : undefined;
  return typeof key === 'string' ? key : l10n.t('An entry of {0}', member.name.replace('[]', ''));
}

/** The same value in the type that is expected, where there is but one way to read it. */
function convert(node: Node, member: MemberSchema): unknown {
  const value: unknown = valueOf(node);
  switch (member.type) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
    case 'integer':
    case 'number':
      return typeof value === 'string' ? toNumber(value, member.name) : undefined;
    case 'boolean':
      return value === 'true' || value === 'false' ? value === 'true' : undefined;
    case 'array':
      return toArray(value, member, node);
    case 'object':
      return toObject(value, member);
    default:
      return undefined;
  }
}

/** Digits, with the unit that the member has anyway. */
function toNumber(text: string, name: string): number | undefined {
  const [, digits, unit = ''] = /^(-?\d{1,15})\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const units = /^(?:interval|timeout|startPeriod|startTimeout|stopTimeout)$/.test(name)
    ? ['s', 'sec', 'seconds']
    : /^memory(?:Reservation)?$/.test(name)
      ? ['m', 'mb', 'mib']
      : [];
  return digits !== undefined && (unit === '' || units.includes(unit.toLowerCase())) ? Number(digits) : undefined;
}

/** A text or number where an object stands whose one member it can only be. */
function toObject(value: unknown, member: MemberSchema): unknown {
  switch (member.shape?.name) {
    case 'EphemeralStorage':
      return Number.isInteger(value) ? { sizeInGiB: value } : undefined;
    case 'PortMapping':
      return Number.isInteger(value) ? { containerPort: value } : undefined;
    case 'KeyValuePair': {
      const [, name, text] = (typeof value === 'string' && /^([^=\s]+)=(.*)$/s.exec(value)) || [];
      return name === undefined ? undefined : { name, value: text };
    }
    case 'ContainerDependency':
      return typeof value === 'string' ? { containerName: value, condition: 'START' } : undefined;
    default:
      return undefined;
  }
}

/** Members by which an object of names and texts, as other formats have it, becomes a list. */
const pairNames: Readonly<Record<string, string>> = { KeyValuePair: 'value', Secret: 'valueFrom', Tag: 'value' };

function toArray(value: unknown, { id, items }: MemberSchema, node: Node): unknown {
  if (!items) return undefined;
  if (items.type === 'string' && typeof value === 'string')
    return id === 'HealthCheck.command' && !/^CMD(?:-SHELL)?\s/.test(value)
      ? ['CMD-SHELL', value]
      : splitCommand(id, value, node);
  if (items.type !== 'object' || typeof value !== 'object' || value === null) return undefined;
  const names = Object.keys(value);
  if (names.length > 0 && names.every((name) => items.shape?.members.has(name))) return [value];
  // `{"PORT": "80"}`, as docker compose writes an environment.
  const shape = items.shape?.name ?? '';
  const second = Object.hasOwn(pairNames, shape) ? pairNames[shape] : undefined;
  if (!second || !Object.values(value).every((item) => typeof item !== 'object')) return undefined;
  return Object.entries(value).map(([name, item]) => ({
    [shape === 'Tag' ? 'key' : 'name']: name,
    [second]: String(item),
  }));
}

/** `CMD-SHELL curl … || exit 1` is two words, since the shell reads the rest; so is what a shell alone understands. */
function splitCommand(id: string, line: string, { parent }: Node): string[] | undefined {
  if (id === 'HealthCheck.command') {
    const shell = /^CMD-SHELL\s+(.*)$/s.exec(line.trim());
    return shell ? ['CMD-SHELL', shell[1]!] : parseCommandLine(line);
  }
  if (/^\s*\[/.test(line) || !needsShell(line)) return parseCommandLine(line);
  const entryPoint = id === 'ContainerDefinition.command' && parent?.parent && memberOf(parent.parent, 'entryPoint');
  if (!entryPoint) return ['sh', '-c', line];
  const words = (entryPoint.children ?? []).map(({ value }) => String(value));
  return shellAmong(words) ? [line] : undefined;
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
