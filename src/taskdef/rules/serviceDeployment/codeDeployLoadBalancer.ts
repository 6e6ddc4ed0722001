import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const codeDeployLoadBalancer: Rule<Service> = {
  id: 'SD061',
  severity: 'error',
  title: 'A service that CodeDeploy deploys stands behind one target group of an Application or Network Load Balancer.',
  link: links.codeDeploy,
  says: 'When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer.',
  applies: ({ controller, isUpdate }) => (controller === 'CODE_DEPLOY' && !isUpdate ? 'yes' : 'no'),
  check({ fields }, report) {
    const list = fields.list('loadBalancers');
    const type = fields.fields('deploymentController').str('type').node;
    if (list.empty && type)
      report({
        at: type,
        message: l10n.t('CODE_DEPLOY needs a load balancer: one entry in loadBalancers with a targetGroupArn.'),
      });
    for (const balancer of list.fields()) {
      const { node } = balancer.str('loadBalancerName');
      if (node && balancer.member('targetGroupArn').missing)
        report({ at: node, message: l10n.t('CODE_DEPLOY takes no Classic Load Balancer: give a targetGroupArn.') });
    }
    const [, second] = list.fields();
    if (second?.node)
      report({
        at: { offset: second.node.offset, length: 1 },
        severity: 'warning',
        message: l10n.t('CodeDeploy deploys services with one target group in loadBalancers; this is the second.'),
      });
  },
};
