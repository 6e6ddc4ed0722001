import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import type { Fields } from '../../document/fields.ts';
import type { Node } from '../../formats/node.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const controllerStrategy: Rule<Service> = {
  id: 'SD065',
  severity: 'error',
  title: 'Deployment strategies, bake time and lifecycle hooks go with deployment controller ECS only.',
  link: links.serviceStrategies,
  applies: ({ controller }) => (controller === 'CODE_DEPLOY' || controller === 'EXTERNAL' ? 'yes' : 'no'),
  check({ document, fields, controller, strategy }, report) {
    const deployment = fields.fields('deploymentConfiguration');
    const { node } = deployment.str('strategy');
    if (node && strategy !== undefined && strategy !== 'ROLLING')
      report({
        at: node,
        message: l10n.t('Strategy {0} needs deployment controller ECS; here it is {1}.', strategy, controller!),
        fixes: [removeFix(document, node, '"strategy"', false)],
      });
    for (const [name, value] of idle(deployment))
      report({
        at: deployment.member(name).key ?? value,
        severity: 'warning',
        message: l10n.t('{0} is for deployment controller ECS; with {1} nothing heeds it.', name, controller!),
        fixes: [removeFix(document, value, `"${name}"`)],
      });
  },
};

/** Members that another controller does not support, where they say something. */
function* idle(deployment: Fields): Generator<[string, Node]> {
  const bake = deployment.num('bakeTimeInMinutes');
  if (bake.value && bake.node) yield ['bakeTimeInMinutes', bake.node];
  const hooks = deployment.list('lifecycleHooks');
  if (hooks.filled && hooks.node) yield ['lifecycleHooks', hooks.node];
  const early = deployment.fields('earlySuccessCriteria');
  if (early.bool('enable').value === true && early.node) yield ['earlySuccessCriteria', early.node];
}
