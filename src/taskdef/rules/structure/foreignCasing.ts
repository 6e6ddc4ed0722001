import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { renameKey } from '../../document/edits.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';
import { camelCased } from '../../rule/casing.ts';

export const foreignCasing: Rule<Subject> = {
  id: 'TD004',
  severity: 'error',
  title: 'Properties are written in camelCase, not as in CloudFormation or Terraform.',
  link: links.registerTaskDefinition,
  says: 'Unknown parameter in input: "ContainerDefinitions", must be one of: …',
  onServiceDefinitions: true,
  findsMisplaced: true,
  flaw: 'otherCase',
  check({ issues }, report) {
    const renames = issues.unknown.flatMap((issue) => {
      const name = camelCased(issue);
      return name === undefined ? [] : [{ issue, name }];
    });
    const all = renames.map(({ issue, name }) => renameKey(issue.key, name));
    for (const { issue, name } of renames) {
      const style = issue.name.includes('_') ? 'Terraform' : 'CloudFormation';
      const message = l10n.t('"{0}" is written as in {1}; ECS expects "{2}".', issue.name, style, name);
      const alone = all.length === 1;
      const fixes: Fix[] = [
        { title: l10n.t('Rename to "{0}"', name), edits: [renameKey(issue.key, name)], preferred: alone },
      ];
      if (!alone)
        fixes.unshift({ title: l10n.t('Convert all property names to camelCase'), edits: all, preferred: true });
      report({ at: issue.key, message, fixes });
    }
  },
};
