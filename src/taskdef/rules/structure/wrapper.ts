import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { unwrap } from '../../rule/unwrap.ts';
import type { Rule } from '../../rule/rule.ts';

export const wrapper: Rule = {
  id: 'TD003',
  severity: 'error',
  title: 'The answer of DescribeTaskDefinition must be unwrapped before it is registered.',
  link: links.describeTaskDefinition,
  says: 'Unknown parameter in input: "taskDefinition", must be one of: family, …',
  flaw: 'wrapper',
  repairsDescribeOutput: true,
  check({ document, fields }, report) {
    if (document.kind !== 'wrapper' || !fields.key) return;
    const edits = unwrap(document);
    report({
      at: fields.key,
      message: l10n.t(
        'This is the answer of DescribeTaskDefinition: the task definition is wrapped in "taskDefinition", which RegisterTaskDefinition refuses.',
      ),
      fixes: edits ? [{ title: l10n.t('Unwrap and keep what can be registered'), edits, preferred: true }] : [],
    });
  },
};
