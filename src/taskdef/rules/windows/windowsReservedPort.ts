import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';
import { allOf, onFargate, onWindows } from '../../rule/launchTypes.ts';

export const windowsReservedPort: Rule = {
  id: 'TD04D',
  severity: 'error',
  title: 'Port 3150 is reserved on Windows tasks of Fargate.',
  link: links.parameters,
  applies: (task) => allOf(onFargate(task), onWindows(task)),
  check(task, report) {
    for (const { mapping, containerPort } of portMappings(task)) {
      if (containerPort === 3150)
        report({
          at: mapping.member('containerPort').node!,
          message: l10n.t('Port 3150 is reserved on Windows tasks of Fargate.'),
        });
    }
  },
};
