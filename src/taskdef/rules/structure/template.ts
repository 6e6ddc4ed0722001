import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';

export const template: Rule<Subject> = {
  id: 'TD00D',
  severity: 'info',
  title: 'Placeholders are unknown values: no rule judges them.',
  link: links.registerTaskDefinition,
  onServiceDefinitions: true,
  check({ document }, report) {
    const first = document.spans[0];
    if (!first) return;
    const text = document.text.slice(first.offset, first.offset + first.length);
    report({
      at: first,
      message: l10n.t(
        'This is a template: a tool must fill in {0} before it is JSON. Values with placeholders are not checked.',
        text,
      ),
    });
  },
};
