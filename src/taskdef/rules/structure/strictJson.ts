import * as l10n from '@vscode/l10n';
import { lenienciesIn } from '../../formats/json.ts';
import { links } from '../../facts/links.ts';
import type { Edit } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';

interface Flaw extends Edit {
  what: string;
}

export const strictJson: Rule<Subject> = {
  id: 'TD00B',
  severity: 'warning',
  title: 'The AWS CLI and the GitHub action read strict JSON: no comments, trailing commas or byte-order mark.',
  link: links.registerTaskDefinition,
  says: 'Error parsing parameter: Invalid JSON received',
  onServiceDefinitions: true,
  reportedByVsCode: ['json'],
  check({ document }, report) {
    const flaws = findFlaws(document.text, document.spans.length > 0);
    const all = flaws.map(({ offset, length, text }) => ({ offset, length, text }));
    for (const flaw of flaws) {
      report({
        at: flaw,
        message: l10n.t('{0}: the AWS CLI and the GitHub action take strict JSON only.', flaw.what),
        fixes: [{ title: l10n.t('Make it strict JSON'), edits: all, preferred: true }],
      });
    }
  },
};

function findFlaws(text: string, template: boolean): Flaw[] {
  const flaws: Flaw[] = [];
  if (text.charCodeAt(0) === 0xfeff) flaws.push({ offset: 0, length: 1, text: '', what: l10n.t('Byte-order mark') });
  // A template is no JSON before it is filled in; what it holds besides placeholders is nobody's business yet.
  if (template) return flaws;
  const words = { comment: l10n.t('Comment'), trailingComma: l10n.t('Trailing comma') };
  const found = lenienciesIn(text).map(({ kind, offset, length }) => ({ offset, length, text: '', what: words[kind] }));
  return [...flaws, ...found];
}
