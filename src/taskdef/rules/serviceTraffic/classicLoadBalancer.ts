import * as l10n from '@vscode/l10n';
import type { Certainty } from '../../document/certainty.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';
import type { Rule } from '../../rule/rule.ts';

export const classicLoadBalancer: Rule<Service> = {
  id: 'SD012',
  severity: 'error',
  title: 'A classic load balancer does not reach tasks on Fargate or under awsvpc, nor move traffic between revisions.',
  link: links.loadBalancing,
  says: 'Classic Load Balancers are not supported with Fargate.',
  check(service, report) {
    for (const target of service.fields.list('loadBalancers').fields()) {
      const { key, value, missing } = target.str('loadBalancerName');
      if (!key || missing || value === '' || target.has('targetGroupArn')) continue;
      const why = refusal(service);
      if (why) report({ at: key, severity: why.certainty === 'yes' ? 'error' : 'warning', message: why.message });
    }
  },
};

function refusal(service: Service): { message: string; certainty: Certainty } | undefined {
  const fargate = onFargate(service);
  if (isSure(fargate))
    return { message: l10n.t('Classic Load Balancers are not supported with Fargate.'), certainty: fargate };
  if (service.fields.fields('networkConfiguration').fields('awsvpcConfiguration').present)
    return { message: l10n.t('Classic Load Balancers are not supported with network mode awsvpc.'), certainty: 'yes' };
  if (service.strategy !== undefined && service.strategy !== 'ROLLING')
    return {
      message: l10n.t('Strategy {0} needs target groups, which a Classic Load Balancer has not.', service.strategy),
      certainty: 'yes',
    };
  return undefined;
}
