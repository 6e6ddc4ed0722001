import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../document/document.ts';
import type { Fields } from '../document/fields.ts';
import { addFix, changeFix } from './fixes.ts';
import type { Report } from './rule.ts';

/** What ECS refuses in the expression of a placement constraint, as far as that shows without parsing the cluster query language. */
export function checkExpression(constraint: Fields, document: SourceDocument, report: Report): void {
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
