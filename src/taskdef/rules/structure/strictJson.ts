import * as l10n from '@vscode/l10n';
import { lenienciesIn } from '../../formats/json.ts';
import { links } from '../../facts/links.ts';
import type { Edit } from '../../document/edits.ts';
import type { Tool } from '../../document/siblingFacts.ts';
import type { Flaw } from '../../facts/toolBehaviour.ts';
import { toolName } from '../../facts/toolNames.ts';
import { refusing } from '../../toolPresets.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';

interface Flawed extends Edit {
  what: string;
  /** The title of its own repair. */
  fix: string;
  /** Whether nothing is lost with it. */
  isEmpty: boolean;
  flaw: Flaw;
}

export const strictJson: Rule<Subject> = {
  id: 'TD00B',
  severity: 'warning',
  title: 'The AWS CLI and the GitHub action read strict JSON: no comments, trailing commas or byte-order mark.',
  link: links.registerTaskDefinition,
  says: 'Error parsing parameter: Invalid JSON received',
  onServiceDefinitions: true,
  reportedByVsCode: ['json'],
  check({ document }, report, context) {
    const flaws = findFlaws(document.text, document.spans.length > 0);
    const all = flaws.map(edit);
    for (const flaw of flaws) {
      report({
        at: flaw,
        flaw: flaw.flaw,
        message: messageOf(flaw, refusing(flaw.flaw, context, document.kind)),
        fixes: [
          { title: flaw.fix, edits: [edit(flaw)], preferred: flaw.isEmpty },
          ...(all.length > 1 ? [{ title: l10n.t('Make it strict JSON'), edits: all }] : []),
        ],
      });
    }
  },
};

function messageOf({ what }: Flawed, tools: readonly Tool[]): string {
  return tools.length > 0
    ? l10n.t('{0}: {1} takes strict JSON only.', what, tools.map(toolName).join(', '))
    : l10n.t('{0}: the AWS CLI and the GitHub action take strict JSON only.', what);
}

const edit = ({ offset, length, text }: Flawed): Edit => ({ offset, length, text });

function findFlaws(text: string, template: boolean): Flawed[] {
  const mark = {
    what: l10n.t('Byte-order mark'),
    fix: l10n.t('Remove the byte-order mark'),
    isEmpty: true,
    flaw: 'byteOrderMark' as const,
  };
  const marks = text.charCodeAt(0) === 0xfeff ? [{ offset: 0, length: 1, text: '', ...mark }] : [];
  // A template is no JSON before it is filled in; what it holds besides placeholders is nobody's business yet.
  if (template) return marks;
  const words = {
    comment: { what: l10n.t('Comment'), fix: l10n.t('Remove the comment'), isEmpty: false },
    trailingComma: { what: l10n.t('Trailing comma'), fix: l10n.t('Remove the trailing comma'), isEmpty: true },
  };
  const found = lenienciesIn(text).map(({ kind, offset, length }) => ({
    offset,
    length,
    text: '',
    flaw: kind,
    ...words[kind],
  }));
  return [...marks, ...found];
}
