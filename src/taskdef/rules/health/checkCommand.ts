import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { SourceDocument } from '../../document/document.ts';
import type { Node } from '../../formats/node.ts';
import type { List } from '../../document/fields.ts';
import type { Fix } from '../../rule/finding.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Problem, Rule } from '../../rule/rule.ts';

const shellSigns = /[|&;<>()$`*]|\s/;
/** As the console's form has it, where commas part the texts. */
const inOneText = /^CMD-SHELL\s*,?\s+(?=\S)/;

export const checkCommand: Rule = {
  id: 'TD090',
  severity: 'warning',
  title: 'A health check begins with CMD or CMD-SHELL.',
  link: links.healthCheck,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const list = fields.fields('healthCheck').list('command');
      const [first] = list.texts();
      if (first?.value === undefined || ['CMD', 'CMD-SHELL', 'NONE'].includes(first.value)) continue;
      report({ at: first.node, ...problem(document, list, first.node, first.value) });
    }
  },
};

function problem(document: SourceDocument, list: List, node: Node, first: string): Omit<Problem, 'at'> {
  const alone = list.items.length === 1;
  const joined = alone ? inOneText.exec(first)?.[0] : undefined;
  if (joined) {
    return {
      message: l10n.t('CMD-SHELL and the command are two texts of the list, not one.'),
      fixes: [split(node, joined)],
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
