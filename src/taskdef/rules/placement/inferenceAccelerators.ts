import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { meansNothing } from '../../rule/refusedMembers.ts';
import type { Rule } from '../../rule/rule.ts';

export const inferenceAccelerators: Rule = {
  id: 'TD0B1',
  severity: 'error',
  title: 'Elastic Inference was retired; registration refuses its property.',
  link: links.registerTaskDefinition,
  says: "Unsupported field 'inferenceAccelerators'.",
  repairsDescribeOutput: true,
  check({ document, fields }, report, context) {
    const { key, node, missing } = fields.member('inferenceAccelerators');
    if (!key || !node || missing) return;
    const empty = meansNothing(node);
    // The console writes an empty list, which the GitHub action drops.
    const severity = empty ? (context.tool === 'github-action' ? 'info' : 'warning') : 'error';
    report({
      at: key,
      severity,
      message: l10n.t("Unsupported field 'inferenceAccelerators': Elastic Inference was retired."),
      fixes: [removeFix(document, node, '"inferenceAccelerators"')],
    });
  },
};
