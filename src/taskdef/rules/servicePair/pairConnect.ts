import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairConnect: Rule<Service> = {
  id: 'SD026',
  severity: 'error',
  title: 'Service Connect goes with network modes awsvpc and bridge, on Linux.',
  link: links.serviceConnect,
  applies: ({ pair }) => pair,
  check({ fields, task, taskFile }, report) {
    const connect = fields.fields('serviceConnectConfiguration');
    if (!task || !connect.key || !connect.present || connect.bool('enabled').value !== true) return;
    if (task.networkMode === 'host' || task.networkMode === 'none')
      report({
        at: connect.key,
        message: l10n.t(
          'Service Connect goes with network modes awsvpc and bridge; {0} has {1}.',
          taskFile ?? '',
          task.networkMode,
        ),
      });
    if (task.windows === 'yes')
      report({
        at: connect.key,
        severity: 'warning',
        message: l10n.t('Service Connect is for Linux; {0} is for Windows.', taskFile ?? ''),
      });
  },
};
