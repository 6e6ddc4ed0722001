import * as l10n from '@vscode/l10n';
import type { MemberSchema } from '../document/schema.ts';

/** A member's description with its type, default and bounds, as Markdown. */
export function describeMember(member: MemberSchema): string {
  const lines = [member.description];
  const values = member.enumValues ?? member.items?.enumValues;
  const descriptions = member.enumDescriptions ?? member.items?.enumDescriptions;
  if (values && descriptions)
    lines.push(values.map((value, i) => `- \`${value}\`: ${descriptions[i] ?? ''}`).join('\n'));
  else if (values) lines.push(l10n.t('One of {0}.', values.map((value) => `\`${value}\``).join(', ')));
  const facts = [typeName(member)];
  if (member.required) facts.push(l10n.t('required'));
  if (member.default !== undefined) facts.push(l10n.t('default {0}', `\`${String(member.default)}\``));
  lines.push(`*${facts.join(', ')}*`);
  return lines.join('\n\n');
}

const longestSummary = 80;

/** What a member is, on one line beside its name. */
export function summaryOf({ description }: MemberSchema): string {
  const [first = ''] = description.split(/(?<=[^.])\.(?:\s|$)|:\s/);
  return first.length <= longestSummary ? first : `${first.slice(0, longestSummary - 1).replace(/\s+\S*$/, '')}…`;
}

function typeName(member: MemberSchema): string {
  switch (member.type) {
    case 'array':
      return l10n.t('list');
    case 'map':
      return l10n.t('names and texts');
    case 'integer':
      return l10n.t('whole number');
    case 'number':
      return l10n.t('number');
    case 'boolean':
      return l10n.t('true or false');
    case 'object':
      return l10n.t('object');
    default:
      return l10n.t('text');
  }
}
