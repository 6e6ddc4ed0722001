import * as l10n from '@vscode/l10n';
import { createScanner } from 'jsonc-parser';
import { links } from '../../facts/links.ts';
import type { Edit } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';

/** jsonc-parser's token kinds; its enum is `const` and cannot be imported one file at a time. */
const token = {
  closeBrace: 2,
  closeBracket: 4,
  comma: 5,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  blank: 15,
  end: 17,
};

interface Flaw extends Edit {
  what: string;
}

export const strictJson: Rule<Subject> = {
  id: 'TD00B',
  severity: 'warning',
  title: 'The AWS CLI and the GitHub action read strict JSON: no comments, trailing commas or byte-order mark.',
  link: links.registerTaskDefinition,
  says: 'Error parsing parameter: Invalid JSON received',
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
  if (template || isStrict(text)) return flaws;
  const scanner = createScanner(text, false);
  let comma: number | undefined;
  for (let kind: number = scanner.scan(); kind !== token.end; kind = scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const length = scanner.getTokenLength();
    if (kind === token.lineComment || kind === token.blockComment) {
      flaws.push({ offset, length, text: '', what: l10n.t('Comment') });
    } else if (kind === token.comma) comma = offset;
    else if (kind === token.closeBrace || kind === token.closeBracket) {
      if (comma !== undefined) flaws.push({ offset: comma, length: 1, text: '', what: l10n.t('Trailing comma') });
      comma = undefined;
    } else if (kind !== token.blank && kind !== token.lineBreak) comma = undefined;
  }
  return flaws;
}

/** The engine's own parser is the fastest judge of what needs no closer look. */
function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
