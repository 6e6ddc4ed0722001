import * as l10n from '@vscode/l10n';
import { parseArn } from '../../../ecs/arn.ts';
import type { Value } from '../../document/fields.ts';
import type { Service } from '../../document/service.ts';
import { isArnOf } from '../../facts/arnForms.ts';
import { links } from '../../facts/links.ts';
import type { Report, Rule } from '../../rule/rule.ts';

export const targetGroupArn: Rule<Service> = {
  id: 'SD015',
  severity: 'error',
  title: 'A target group is named by its ARN, and not by that of something else.',
  link: links.loadBalancer,
  says: 'Unable to assume role and validate the specified targetGroupArn. Please verify that the ECS service role being passed has the proper permissions.',
  check({ fields }, report) {
    for (const target of fields.list('loadBalancers').fields())
      checkArn(target.str('targetGroupArn'), 'targetGroup', report);
    for (const lattice of fields.list('vpcLatticeConfigurations').fields())
      checkArn(lattice.str('targetGroupArn'), 'latticeTargetGroup', report);
  },
};

type Kind = 'targetGroup' | 'latticeTargetGroup';

function checkArn({ value, node }: Value<string>, kind: Kind, report: Report): void {
  if (!value || !node || isArnOf(kind, value)) return;
  const arn = parseArn(value);
  const actual = arn && `${arn.service}:${arn.resource.split('/', 1)[0]}`;
  report({
    at: node,
    message: actual
      ? l10n.t('targetGroupArn is an ARN of {0}; it is to be like {1}.', actual, examples[kind])
      : l10n.t('targetGroupArn is no ARN; it is to be like {0}.', examples[kind]),
  });
}

const examples: Record<Kind, string> = {
  targetGroup: 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web/0123456789abcdef',
  latticeTargetGroup: 'arn:aws:vpc-lattice:eu-central-1:123456789012:targetgroup/tg-0123456789abcdef0',
};
