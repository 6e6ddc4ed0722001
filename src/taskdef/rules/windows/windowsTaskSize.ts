import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate, onWindows } from '../../rule/launchTypes.ts';

export const windowsTaskSize: Rule = {
  id: 'TD038',
  severity: 'info',
  title: 'Task CPU and memory mean nothing for Windows containers on EC2.',
  link: links.parameters,
  applies: (task) => (isSure(onFargate(task)) ? 'no' : onWindows(task)),
  check({ fields }, report) {
    for (const name of ['cpu', 'memory']) {
      const { key, missing } = fields.member(name);
      if (key && !missing)
        report({
          at: key,
          message: l10n.t('{0} of the task is ignored for Windows containers on EC2: set it on the containers.', name),
        });
    }
  },
};
