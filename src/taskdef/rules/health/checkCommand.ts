import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { isCommandLine, isShellOperator, shellAmong } from '../../facts/shells.ts';
import { asLine, gistOf, listInText, rewrite, wordsOf } from '../../rule/commandWords.ts';
import type { SourceDocument } from '../../document/document.ts';
import type { Node } from '../../formats/node.ts';
import type { List } from '../../document/fields.ts';
import type { Fix } from '../../rule/finding.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Problem, Rule } from '../../rule/rule.ts';

const shellSigns = /[|&;<>()$`*]|\s/;
/** As the console's form has it, where commas part the texts. */
const inOneText = /^CMD-SHELL(?:\s*,\s*|\s+)(?=\S)/;

const form = /^CMD(?:-SHELL)?$/;
const formBefore = /^CMD(?:-SHELL)?(?:,?\s+|$)/;

export const checkCommand: Rule = {
  id: 'TD090',
  severity: 'warning',
  title: 'A health check begins with CMD or CMD-SHELL.',
  link: links.healthCheck,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const list = fields.fields('healthCheck').list('command');
      const [first] = list.texts();
      const nested = nestedForm(document, list);
      if (nested) report(nested);
      if (nested || first?.value === undefined || ['CMD', 'CMD-SHELL', 'NONE'].includes(first.value)) continue;
      report({ at: first.node, ...problem(document, list, first.node, first.value) });
    }
  },
};

/** `["CMD", "CMD-SHELL", …]`, `["CMD-SHELL", "CMD …"]`, and a whole list in one text. */
function nestedForm(document: SourceDocument, list: List): Problem | undefined {
  const words = wordsOf(list) ?? [];
  const [first, second] = words;
  const inner = first && words.length === 1 ? listInText(first.raw) : undefined;
  if (first && inner)
    return {
      at: first.node,
      message: l10n.t('This is a list within a text: as it stands all of it is taken for the name of a program.'),
      fixes: rewrite(document, list, inner, l10n.t('Make it a list')),
    };
  if (!first || !second || !form.test(first.raw)) return undefined;
  const again = formBefore.exec(second.raw)?.[0];
  const innerList = words.length === 2 ? listInText(second.raw) : undefined;
  if (again === undefined && !innerList) return undefined;
  const [program = '', ...others] = (innerList ?? words.slice(1).map(({ raw }) => raw)).flatMap((word) => {
    const rest = word.replace(formBefore, '');
    return rest === '' ? [] : [rest];
  });
  const inShell = [first.raw, again ?? '', ...(innerList ?? [])].some((word) => word.startsWith('CMD-SHELL'));
  const line =
    others.length === 0 ? program : /\s/.test(program) ? [program, ...others].join(' ') : asLine([program, ...others]);
  const right = inShell || /\s/.test(program) ? ['CMD-SHELL', line] : ['CMD', program, ...others];
  return {
    at: second.node,
    message: l10n.t(
      '"{0}" behind "{1}" is taken for the name of a program, and the container is never healthy.',
      again?.replace(/[,\s]+$/, '') ?? gistOf(second.raw),
      first.raw,
    ),
    fixes: program === '' ? [] : rewrite(document, list, right, l10n.t('Begin with "{0}"', right[0]!)),
  };
}

function problem(document: SourceDocument, list: List, node: Node, first: string): Omit<Problem, 'at'> {
  const alone = list.items.length === 1;
  const joined = alone ? inOneText.exec(first)?.[0] : undefined;
  if (joined) {
    return {
      message: l10n.t('CMD-SHELL and the command are two texts of the list, not one.'),
      fixes: [split(node, joined)],
    };
  }
  if (alone && /^CMD\s*,/.test(first)) {
    const words = first.split(',').map((word) => word.trim());
    return {
      message: l10n.t(
        'Commas part words in the console alone: this is one text, and is taken for the name of a program.',
      ),
      fixes: rewrite(document, list, words, l10n.t('Write one text for each word')),
    };
  }
  if (/^cmd[-_ ]?shell$|^cmd$/i.test(first)) {
    const right = /shell/i.test(first) ? 'CMD-SHELL' : 'CMD';
    return {
      message: l10n.t('"{0}" must be written {1}: as it stands it is run as a program.', first, right),
      fixes: [changeFix(document, node, right)],
    };
  }
  if (alone && shellSigns.test(first)) {
    return {
      message: l10n.t(
        'Without CMD-SHELL this whole line is taken for the name of a program, and the container is never healthy.',
      ),
      fixes: [prefix(list, 'CMD-SHELL', true)],
    };
  }
  const words = wordsOf(list)?.map(({ raw }) => raw) ?? [];
  if (!alone && (isCommandLine(first) || (words.some(isShellOperator) && !shellAmong(words))))
    return {
      message: l10n.t('Without CMD-SHELL no shell reads this: the first text is the program, and || is a plain word.'),
      fixes: rewrite(document, list, ['CMD-SHELL', words.join(' ')], l10n.t('Begin with "{0}"', 'CMD-SHELL')),
    };
  return {
    severity: 'hint',
    message: l10n.t('A health check begins with CMD or CMD-SHELL; without them CMD is assumed.'),
    fixes: [prefix(list, 'CMD', false)],
  };
}

function prefix(list: List, word: string, preferred: boolean): Fix {
  const first = list.items[0]!;
  return {
    title: l10n.t('Begin with "{0}"', word),
    edits: [{ offset: first.offset, length: 0, text: `"${word}", ` }],
    preferred,
  };
}

function split(node: Node, joined: string): Fix {
  return {
    title: l10n.t('Write two texts'),
    edits: [{ offset: node.offset, length: joined.length + 1, text: '"CMD-SHELL", "' }],
    preferred: true,
  };
}
