import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

/** `spring.profiles.active`, `Logging:LogLevel`: Java's and .NET's settings, and Elasticsearch's, which look for them by that name. */
const isProperty = /^(?:[a-z]\w*\.|[A-Za-z]\w*:)[\w.:[\]-]+$/;

export const unreadableName: Rule = {
  id: 'TD0DF',
  severity: 'info',
  title: 'A variable has a name that a shell can read: letters, digits and underscores, the first no digit.',
  link: links.containerDefinition,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      for (const list of [fields.list('environment'), fields.list('secrets')]) {
        for (const variable of list.fields()) {
          const { value, node } = variable.str('name');
          // What is empty or has a = is refused; another rule says so.
          if (!value?.trim() || !node || value.includes('=') || /^[A-Za-z_]\w*$/.test(value)) continue;
          if (isProperty.test(value)) continue;
          const trimmed = value.trim();
          const readable = trimmed.replaceAll(/[^\w]/g, '_').replace(/^(?=\d)/, '_');
          if (/\s/.test(value))
            report({
              at: node,
              severity: 'warning',
              message: l10n.t('"{0}" has blanks in it: no program looks for a variable of that name.', value),
              fixes: [changeFix(document, node, readable, readable === trimmed)],
            });
          else
            report({
              at: node,
              message: l10n.t(
                'No shell can read a variable named "{0}", and some drop it: letters, digits and underscores are safe.',
                value,
              ),
              fixes: [changeFix(document, node, readable, false)],
            });
        }
      }
    }
  },
};
