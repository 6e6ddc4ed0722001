import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeNode, replaceNode } from '../../document/edits.ts';
import type { Fix } from '../../rule/finding.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';

/** ECS takes any other protocol for tcp, so its rule is milder. */
const elsewhere = new Set(['PortMapping.protocol']);

/** Optional in the model, but nothing goes without them. */
const kept = new Set(['TaskDefinitionPlacementConstraint.type']);

/** What Docker, Kubernetes and compilers call things. */
const otherValues: Readonly<Record<string, string>> = {
  amd64: 'X86_64',
  x64: 'X86_64',
  aarch64: 'ARM64',
  cloudwatch: 'awslogs',
  service_healthy: 'HEALTHY',
  service_started: 'START',
  service_completed_successfully: 'SUCCESS',
};

export const enumValue: Rule<Subject> = {
  id: 'TD008',
  severity: 'error',
  title: 'A value with a fixed set of choices is one of them, in their exact spelling.',
  link: links.registerTaskDefinition,
  onServiceDefinitions: true,
  check({ document, issues }, report) {
    for (const { node, member, key, value } of issues.enums) {
      if (elsewhere.has(member.id)) continue;
      const guess = value === '' ? undefined : meant(value, member.enumValues!);
      const fixes: Fix[] = [];
      if (guess !== undefined)
        fixes.push({
          title: l10n.t('Change to "{0}"', guess),
          edits: [replaceNode(document.text, node, guess)],
          preferred: true,
        });
      if (key && !member.required && !kept.has(member.id))
        fixes.push({
          title: l10n.t('Remove "{0}"', member.name),
          edits: [removeNode(document.text, node)],
          preferred: guess === undefined,
        });
      const choices = member.enumValues!.join(', ');
      const message =
        value === ''
          ? l10n.t('{0} is empty; leave it out or use one of: {1}.', member.name, choices)
          : l10n.t('"{0}" is not a valid {1}; ECS knows: {2}.', value, member.name.replace('[]', ''), choices);
      report({ at: node, message, fixes, flaw: value === '' ? 'emptyChoice' : undefined });
    }
  },
};

function meant(value: string, choices: readonly string[]): string | undefined {
  const other = Object.hasOwn(otherValues, value.toLowerCase()) ? otherValues[value.toLowerCase()] : undefined;
  return other !== undefined && choices.includes(other) ? other : nearest(value, choices);
}
