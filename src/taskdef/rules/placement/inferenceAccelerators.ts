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
  check({ document, fields }, report) {
    const { key, node, missing } = fields.member('inferenceAccelerators');
    if (!key || !node || missing) return;
    const empty = meansNothing(node);
    report({
      at: key,
      // The console writes an empty list.
      severity: empty ? 'warning' : 'error',
      flaw: empty ? 'emptyList' : undefined,
      message: l10n.t("Unsupported field 'inferenceAccelerators': Elastic Inference was retired."),
      fixes: [removeFix(document, node, '"inferenceAccelerators"')],
    });
  },
};
