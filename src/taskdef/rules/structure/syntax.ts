import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';

/** Editors report syntax themselves and leave this rule out; the command line needs it. */
export const syntax: Rule<Subject> = {
  id: 'TD00F',
  severity: 'error',
  title: 'The file is JSON.',
  link: links.registerTaskDefinition,
  says: 'Error parsing parameter: Invalid JSON received',
  onServiceDefinitions: true,
  reportedByVsCode: ['json', 'jsonc'],
  textOnly: true,
  check({ document }, report) {
    // What a template's blocks leave out or repeat cannot be judged before it is filled in.
    if (document.spans.some((span) => span.role === 'block')) return;
    const error = document.errors[0];
    if (error) {
      const offset = Math.min(error.offset, Math.max(document.text.length - 1, 0));
      report({
        at: { offset, length: Math.max(error.length, 1) },
        message: l10n.t('This is not JSON: {0}.', wording(error.code)),
      });
    } else if (!document.root && document.text.trim() !== '') {
      report({
        at: { offset: 0, length: 1 },
        message: l10n.t('The file is too large or nested too deeply for a task definition.'),
      });
    }
  },
};

function wording(code: string): string {
  switch (code) {
    case 'PropertyNameExpected':
      return l10n.t('a property name is expected here');
    case 'ValueExpected':
      return l10n.t('a value is expected here');
    case 'ColonExpected':
      return l10n.t('a colon is expected here');
    case 'CommaExpected':
      return l10n.t('a comma is missing');
    case 'CloseBraceExpected':
      return l10n.t('a closing brace is missing');
    case 'CloseBracketExpected':
      return l10n.t('a closing bracket is missing');
    case 'EndOfFileExpected':
      return l10n.t('the file should end here');
    case 'UnexpectedEndOfString':
      return l10n.t('a string is not closed');
    default:
      return l10n.t('this symbol has no meaning here');
  }
}
