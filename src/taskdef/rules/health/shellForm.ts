import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
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
      if (first!.value === 'CMD-SHELL' && rest.length > 1) {
        report({
          at: list.node,
          message: l10n.t('CMD-SHELL takes one line; what follows "{0}" is not part of it.', words[0]!),
          fixes: [changeFix(document, list.node, ['CMD-SHELL', words.join(' ')])],
        });
      } else if (
        first!.value === 'CMD' &&
        (rest.length === 1
          ? /\s/.test(words[0]!)
          : words.some((word) => ['||', '&&', '|', ';', '>'].includes(word)) && !isShell(words))
      ) {
        report({
          at: list.node,
          message: l10n.t(
            'CMD runs a program without a shell: this line is not split, and || and && mean nothing. Use CMD-SHELL.',
          ),
          fixes: [changeFix(document, list.node, ['CMD-SHELL', words.join(' ')])],
        });
      }
    }
  },
};

function isShell([program = '', option]: readonly string[]): boolean {
  return /(?:^|\/)(?:sh|bash|ash|dash|zsh|cmd(?:\.exe)?|powershell(?:\.exe)?)$/i.test(program) && option !== undefined;
}
