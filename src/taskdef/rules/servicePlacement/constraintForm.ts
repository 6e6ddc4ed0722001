import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { checkExpression } from '../../rule/queryExpression.ts';
import type { Rule } from '../../rule/rule.ts';

export const constraintForm: Rule<Service> = {
  id: 'SD00N',
  severity: 'error',
  title: 'A placement constraint is distinctInstance alone, or memberOf with an expression.',
  link: links.placementConstraint,
  says: 'distinctInstance expression should not be specified.',
  check({ document, fields }, report) {
    let seen = false;
    for (const constraint of fields.list('placementConstraints').fields()) {
      const type = constraint.str('type');
      const expression = constraint.str('expression');
      if (type.value !== 'distinctInstance') {
        checkExpression(constraint, document, report);
        continue;
      }
      if (expression.node && !expression.missing)
        report({
          at: expression.node,
          message: l10n.t('distinctInstance takes no expression.'),
          fixes: [removeFix(document, expression.node, '"expression"')],
        });
      if (seen)
        report({
          at: type.node!,
          severity: 'warning',
          message: l10n.t('distinctInstance stands here twice.'),
          fixes: [removeFix(document, constraint.node!, 'distinctInstance')],
        });
      seen = true;
    }
  },
};
