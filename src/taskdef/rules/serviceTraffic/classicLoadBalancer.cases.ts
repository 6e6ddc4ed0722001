import { balanced, ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const classic = { targetGroupArn: undefined, loadBalancerName: 'web' };

export const cases: RuleCase[] = [
  {
    breaks: balanced(classic),
    at: '"loadBalancerName"',
    says: /not supported with Fargate/,
    holds: ec2Service({ loadBalancers: [{ loadBalancerName: 'web', containerName: 'web', containerPort: 8080 }] }),
  },
  {
    about: 'under awsvpc on instances',
    breaks: balanced(classic, { launchType: 'EC2' }),
    at: '"loadBalancerName"',
    says: /network mode awsvpc/,
    holds: balanced({}, { launchType: 'EC2' }),
  },
  {
    about: 'a strategy that moves traffic',
    breaks: balanced(classic, {
      launchType: 'EC2',
      networkConfiguration: undefined,
      deploymentConfiguration: { strategy: 'BLUE_GREEN' },
    }),
    at: '"loadBalancerName"',
    says: /BLUE_GREEN needs target groups/,
    holds: balanced(classic, { launchType: 'EC2', networkConfiguration: undefined }),
  },
];
