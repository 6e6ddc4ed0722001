import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { SourceDocument } from '../../document/document.ts';
import type { Fields } from '../../document/fields.ts';
import { addFix, changeFix, removeFix } from '../../rule/fixes.ts';
import type { Report, Rule } from '../../rule/rule.ts';
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

function checkExpression(constraint: Fields, document: SourceDocument, report: Report): void {
  const { value, node, missing } = constraint.str('expression');
  const type = constraint.str('type');
  if (type.missing && !type.node)
    report({
      at: node ?? { offset: constraint.node!.offset, length: 1 },
      message: l10n.t('A placement constraint has a type: memberOf.'),
      fixes: [addFix(document, constraint.node!, 'type', 'memberOf')],
    });
  if (missing && type.value === 'memberOf')
    report({ at: type.node!, message: l10n.t('memberOf needs an expression.') });
  if (value === undefined || !node) return;
  if (/\battributes:/.test(value)) {
    report({
      at: node,
      message: l10n.t('Write "attribute:", not "attributes:".'),
      fixes: [changeFix(document, node, value.replaceAll('attributes:', 'attribute:'))],
    });
  } else if (/^\s*attribute:[\w.-]+\s*=\s*[^=~\s]\S*\s*$/.test(value)) {
    report({
      at: node,
      message: l10n.t('The cluster query language compares with ==, not with one =.'),
      fixes: [changeFix(document, node, value.replace(/\s*=\s*/, ' == '))],
    });
  } else if (value.trim() === '') report({ at: node, message: l10n.t('The expression is empty.') });
}
