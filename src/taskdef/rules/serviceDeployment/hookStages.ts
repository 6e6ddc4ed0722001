import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import type { Fields } from '../../document/fields.ts';
import { links } from '../../facts/links.ts';
import type { Report, Rule } from '../../rule/rule.ts';

const notForPauses = new Set(['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT']);

export const hookStages: Rule<Service> = {
  id: 'SD06H',
  severity: 'error',
  title: 'Lifecycle hooks stand at stages that the strategy has; a pause not where traffic is being moved.',
  link: links.lifecycleHooks,
  says: 'Invalid lifecycle stage provided for Pause Hook',
  check({ fields, strategy, controller }, report) {
    const hooks = fields.fields('deploymentConfiguration').list('lifecycleHooks');
    if (strategy === 'ROLLING' && hooks.filled && hooks.key && controller === 'ECS')
      report({
        at: hooks.key,
        severity: 'warning',
        message: l10n.t('Lifecycle hooks are for BLUE_GREEN, LINEAR and CANARY; a rolling update has no such stages.'),
      });
    for (const hook of hooks.fields()) if (hook.str('targetType').value === 'PAUSE') checkPause(hook, report);
  },
};

function checkPause(hook: Fields, report: Report): void {
  for (const { value, node } of hook.list('lifecycleStages').texts()) {
    if (value === undefined) continue;
    if (notForPauses.has(value))
      report({
        at: node,
        message: l10n.t('A pause cannot stand at {0}: pause before it (PRE_…) or after it (POST_…).', value),
      });
    else if (value === 'RECONCILE_SERVICE')
      report({
        at: node,
        severity: 'warning',
        message: l10n.t('{0} is not among the stages that AWS lists for pauses.', value),
      });
  }
}
