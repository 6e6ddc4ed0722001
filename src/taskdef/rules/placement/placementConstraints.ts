import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { checkExpression } from '../../rule/queryExpression.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

export const placementConstraints: Rule = {
  id: 'TD0A9',
  severity: 'error',
  title: 'Placement constraints are for instances: at most 10, with expressions of the cluster query language.',
  link: links.placement,
  says: 'Fargate compatible task definitions do not support constraints.',
  check(task, report) {
    const { document, fields, issues } = task;
    const list = fields.list('placementConstraints');
    const fargate = onFargate(task);
    if (!list.key || !list.node || !list.filled) return;
    if (isSure(fargate)) {
      report({
        at: list.key,
        severity: fargate === 'yes' ? 'error' : 'warning',
        message: l10n.t('Fargate compatible task definitions do not support constraints.'),
        fixes: [removeFix(document, list.node, '"placementConstraints"')],
      });
      return;
    }
    for (const { node, member, actual } of issues.limits) {
      if (member.id.endsWith('.placementConstraints'))
        report({ at: node, message: l10n.t('{0} placement constraints; ECS takes at most 10.', actual) });
    }
    for (const constraint of list.fields()) checkExpression(constraint, document, report);
  },
};
