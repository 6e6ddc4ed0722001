import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const failureDetection: Rule<Service> = {
  id: 'SD063',
  severity: 'error',
  title: 'Circuit breaker and deployment alarms go with deployment controller ECS only.',
  link: links.circuitBreaker,
  says: 'Deployment circuit breaker feature is only supported with ECS deployment controller. Update to ECS deployment controller and try again. Alarm based rollback feature is only supported with ECS deployment controller.',
  applies: ({ controller }) => (controller === 'CODE_DEPLOY' || controller === 'EXTERNAL' ? 'yes' : 'no'),
  check({ document, fields, controller }, report) {
    const deployment = fields.fields('deploymentConfiguration');
    for (const name of ['deploymentCircuitBreaker', 'alarms']) {
      const { node, key } = deployment.member(name);
      if (!node || !key || deployment.fields(name).bool('enable').value !== true) continue;
      report({
        at: key,
        message: l10n.t(
          'Deployment controller {0} has no {1}: ECS takes it with controller ECS only.',
          controller!,
          name,
        ),
        fixes: [removeFix(document, node, `"${name}"`)],
      });
    }
  },
};
