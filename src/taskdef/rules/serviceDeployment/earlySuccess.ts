import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { isTrafficShift } from '../../facts/trafficShift.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const earlySuccess: Rule<Service> = {
  id: 'SD06L',
  severity: 'error',
  title:
    'Early success of a rolling update has a healthy share, not below minimumHealthyPercent, and says when the old tasks go.',
  link: links.createService,
  check({ document, fields, strategy, scheduling, isUpdate }, report) {
    const deployment = fields.fields('deploymentConfiguration');
    const early = deployment.fields('earlySuccessCriteria');
    if (!early.key || early.bool('enable').value !== true) return;
    for (const name of ['healthyPercent', 'sourceServiceRevisionCleanup'])
      if (early.member(name).missing)
        report({ at: early.key, message: l10n.t('Early success criteria that are enabled need {0}.', name) });
    if (isTrafficShift(strategy))
      report({
        at: early.key,
        severity: 'warning',
        message: l10n.t('Early success criteria are for rolling updates; here the strategy is {0}.', strategy),
      });
    const { value, node } = early.num('healthyPercent');
    const minimum = deployment.num('minimumHealthyPercent');
    const whenAbsent = isUpdate ? undefined : scheduling === 'REPLICA' ? 100 : undefined;
    const least = minimum.missing ? whenAbsent : minimum.value;
    if (value === undefined || !node || least === undefined || value >= least) return;
    report({
      at: node,
      // Against a minimum that nobody wrote, AWS documents no more than the bound.
      severity: minimum.missing ? 'warning' : 'error',
      message: l10n.t('healthyPercent is {0}, below minimumHealthyPercent, which is {1}.', value, least),
      fixes: [changeFix(document, node, least, false)],
    });
  },
};
