import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertMember } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';
import { isGiven } from '../../toolPresets.ts';
import { anchorOf } from '../../document/task.ts';

export const familyMissing: Rule = {
  id: 'TD010',
  severity: 'error',
  title: 'A task definition has a family.',
  link: links.registerTaskDefinition,
  says: 'Missing required parameter in input: "family"',
  neededEvenEmpty: true,
  check({ document, fields, issues, containers }, report, context) {
    const { node } = fields;
    if (!node || !issues.missing.some(({ member }) => member.id === 'RegisterTaskDefinitionRequest.family')) return;
    if (isGiven('family', context, document.kind)) return;
    const family = containers[0]?.name.value ?? 'my-task';
    report({
      at: anchorOf(fields),
      message: l10n.t('"family" is missing: the name that all revisions of this task definition share.'),
      fixes: [
        {
          title: l10n.t('Add "family"'),
          edits: [insertMember(document.text, node, 'family', family)],
          preferred: true,
        },
      ],
    });
  },
};
