import * as l10n from '@vscode/l10n';
import { links } from '../../../links.ts';
import type { List } from '../../fields.ts';
import type { Fix } from '../../finding.ts';
import { changeFix } from '../../fixes.ts';
import type { Rule } from '../../rule.ts';

const shellSigns = /[|&;<>()$`*]|\s/;

export const checkCommand: Rule = {
  id: 'TD090',
  severity: 'warning',
  title: 'A health check begins with CMD or CMD-SHELL.',
  link: links.healthCheck,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const list = fields.fields('healthCheck').list('command');
      const [first] = list.texts();
      if (first?.raw === undefined || first.value === undefined || ['CMD', 'CMD-SHELL', 'NONE'].includes(first.value))
        continue;
      const shell = list.items.length === 1 && shellSigns.test(first.value);
      const misspelt = /^cmd[-_ ]?shell$|^cmd$/i.test(first.value);
      if (!shell && !misspelt) {
        report({
          at: first.node,
          severity: 'hint',
          message: l10n.t('A health check begins with CMD or CMD-SHELL; without them CMD is assumed.'),
          fixes: [prefix(list, 'CMD', false)],
        });
        continue;
      }
      report({
        at: first.node,
        message: misspelt
          ? l10n.t(
              '"{0}" must be written {1}: as it stands it is run as a program.',
              first.value,
              /shell/i.test(first.value) ? 'CMD-SHELL' : 'CMD',
            )
          : l10n.t(
              'Without CMD-SHELL this whole line is taken for the name of a program, and the container is never healthy.',
            ),
        fixes: [
          misspelt
            ? changeFix(document, first.node, /shell/i.test(first.value) ? 'CMD-SHELL' : 'CMD')
            : prefix(list, 'CMD-SHELL', true),
        ],
      });
    }
  },
};

function prefix(list: List, word: string, preferred: boolean): Fix {
  const first = list.items[0]!;
  return {
    title: l10n.t('Begin with "{0}"', word),
    edits: [{ offset: first.offset, length: 0, text: `"${word}", ` }],
    preferred,
  };
}
