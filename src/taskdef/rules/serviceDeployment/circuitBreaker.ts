import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const circuitBreaker: Rule<Service> = {
  id: 'SD06K',
  severity: 'warning',
  title:
    'A circuit breaker that rolls back is enabled, its threshold is a share of at most 100 %, and no Classic Load Balancer is there.',
  link: links.circuitBreaker,
  mayBeError: true,
  check({ document, fields }, report) {
    const breaker = fields.fields('deploymentConfiguration').fields('deploymentCircuitBreaker');
    const enable = breaker.bool('enable');
    if (enable.value === false && enable.node && breaker.bool('rollback').value === true)
      report({
        at: enable.node,
        message: l10n.t('rollback has no effect: the circuit breaker is not enabled.'),
        fixes: [changeFix(document, enable.node, true, false)],
      });
    const threshold = breaker.fields('thresholdConfiguration');
    const type = threshold.str('type').value;
    const { value, node } = threshold.num('value');
    if (value !== undefined && value > 100 && node && type?.endsWith('_PERCENT'))
      report({
        at: node,
        severity: type === 'BOUNDED_PERCENT' ? 'error' : 'warning',
        message: l10n.t('{0} % of the tasks can never fail: with {1} the threshold is 1 to 100.', value, type),
        fixes: [changeFix(document, node, 100, false)],
      });
    const balancers = fields.list('loadBalancers').fields();
    if (enable.value === true && breaker.key && balancers.some((one) => one.has('loadBalancerName')))
      report({
        at: breaker.key,
        message: l10n.t('AWS documents the circuit breaker for services that are not behind a Classic Load Balancer.'),
      });
  },
};
