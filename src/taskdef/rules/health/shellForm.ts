import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { isShellOperator, shellAmong } from '../../facts/shells.ts';
import { asLine, gistOf } from '../../rule/commandWords.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const shellForm: Rule = {
  id: 'TD091',
  severity: 'warning',
  title: 'CMD-SHELL takes one line; CMD takes a program and its arguments, without a shell.',
  link: links.healthCheck,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const list = fields.fields('healthCheck').list('command');
      const [first, ...rest] = list.texts();
      if (
        list.node &&
        list.complete &&
        (first?.value === 'CMD' || first?.value === 'CMD-SHELL') &&
        rest.every(({ value }) => value?.trim() === '')
      )
        report({ at: list.node, message: l10n.t('{0} is followed by nothing to run.', first.value) });
      if (!list.node || !list.complete || rest.length === 0 || rest.some(({ raw }) => raw === undefined)) continue;
      const words = rest.map(({ raw }) => raw!);
      // Its word twice is another matter.
      if (/^CMD(?:-SHELL)?(?:,?\s|$)/.test(words[0]!)) continue;
      if (first!.value === 'CMD-SHELL' && rest.length > 1) {
        report({
          at: list.node,
          message: l10n.t('CMD-SHELL takes one line; what follows "{0}" is not part of it.', gistOf(words[0]!)),
          fixes: [changeFix(document, list.node, ['CMD-SHELL', words.join(' ')])],
        });
      } else if (
        first!.value === 'CMD' &&
        (rest.length === 1 ? /\s/.test(words[0]!) : words.some(isShellOperator) && !shellAmong(words))
      ) {
        report({
          at: list.node,
          message: l10n.t(
            'CMD runs a program without a shell: this line is not split, and || and && mean nothing. Use CMD-SHELL.',
          ),
          fixes: [changeFix(document, list.node, ['CMD-SHELL', words.join(' ')])],
        });
      } else if (first!.value === 'CMD') {
        const script = shellAmong(words)?.script;
        const [line, ...others] = words.slice(script);
        if (script === undefined || !line || others.length === 0 || /\$\{?[0-9@*#]/.test(line)) continue;
        report({
          at: rest[script + 1]!.node,
          message: l10n.t(
            'The shell runs "{0}" alone; what follows are parameters that it does not ask for.',
            gistOf(line),
          ),
          fixes: [changeFix(document, list.node, ['CMD-SHELL', [line, asLine(others)].join(' ')])],
        });
      }
    }
  },
};
