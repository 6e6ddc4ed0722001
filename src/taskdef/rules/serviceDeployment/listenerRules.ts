import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Report, Rule } from '../../rule/rule.ts';
import type { Fields } from '../../document/fields.ts';

const rule = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:(?:listener-rule\/app|listener\/net)\/.+$/;

export const listenerRules: Rule<Service> = {
  id: 'SD06B',
  severity: 'error',
  title:
    'Traffic is moved by rules of an Application Load Balancer or listeners of a Network Load Balancer, of which test and production have one each.',
  link: links.blueGreenErrors,
  says: 'productionListenerRule has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. The following rules cannot be used as both production and test listener rules.',
  check({ document, fields }, report) {
    for (const balancer of fields.list('loadBalancers').fields()) {
      const advanced = balancer.fields('advancedConfiguration');
      checkForm(advanced, 'productionListenerRule', report);
      checkForm(advanced, 'testListenerRule', report);
      const test = advanced.str('testListenerRule');
      if (!test.value || !test.node || test.value !== advanced.str('productionListenerRule').value) continue;
      report({
        at: test.node,
        message: l10n.t('testListenerRule is the production rule: test traffic needs a rule of its own.'),
        fixes: [removeFix(document, test.node, '"testListenerRule"', false)],
      });
    }
  },
};

function checkForm(advanced: Fields, name: string, report: Report): void {
  const { value, node } = advanced.str(name);
  if (!value || !node || rule.test(value)) return;
  report({
    at: node,
    message: /:listener\/app\//.test(value)
      ? l10n.t(
          '{0} is the listener of an Application Load Balancer: give the ARN of one of its rules (…:listener-rule/app/…).',
          name,
        )
      : l10n.t(
          '{0} is neither the ARN of a rule (…:listener-rule/app/…) nor of a listener of a Network Load Balancer (…:listener/net/…).',
          name,
        ),
  });
}
