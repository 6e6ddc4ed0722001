import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onWindows } from '../../rule/launchTypes.ts';

export const workingDirectory: Rule = {
  id: 'TD0BA',
  severity: 'error',
  title: 'The working directory of a Linux container is an absolute path.',
  link: links.containerDefinition,
  says: "the working directory 'app' is invalid, it needs to be an absolute path",
  check(task, report) {
    if (onWindows(task) === 'yes') return;
    for (const { fields, label } of task.containers) {
      const { value, node } = fields.str('workingDirectory');
      // An empty one is as good as none; a drive or backslash tells of Windows where the file does not.
      if (value === undefined || !node || value === '' || value.startsWith('/') || /^[A-Za-z]:|\\/.test(value))
        continue;
      report({
        at: node,
        message: l10n.t(
          '"{0}" is not an absolute path: container {1} would not start with it as its working directory.',
          value,
          label,
        ),
        fixes: [
          changeFix(task.document, node, `/${value.replace(/^\.\//, '')}`, value !== '.'),
          removeFix(task.document, node, '"workingDirectory"', false),
        ],
      });
    }
  },
};
