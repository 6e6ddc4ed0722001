import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { anchorOf } from '../../document/task.ts';

export const serviceNetwork: Rule = {
  id: 'TD0D2',
  severity: 'warning',
  title: 'A service beside this file has a network configuration exactly when the network mode is awsvpc.',
  link: links.taskNetworking,
  says: "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
  check({ fields, networkMode }, report, { siblings }) {
    if (networkMode === undefined || !fields.present) return;
    const mode = fields.member('networkMode');
    for (const { file, networkConfiguration } of siblings?.services ?? []) {
      if (networkConfiguration === undefined || networkConfiguration === (networkMode === 'awsvpc')) continue;
      report({
        at: mode.node ?? anchorOf(fields),
        message: networkConfiguration
          ? l10n.t('{0} has a networkConfiguration, which network mode {1} does not take.', file, networkMode)
          : l10n.t('{0} has no networkConfiguration, which network mode awsvpc needs.', file),
      });
    }
  },
};
