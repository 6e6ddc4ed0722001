import { balanced, targetGroupArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: balanced({ loadBalancerName: 'web' }),
    at: '"loadBalancerName"',
    says: /ECS takes one of them/,
    holds: balanced({ targetGroupArn, loadBalancerName: '' }),
    fix: /^(?![^]*loadBalancerName)/,
  },
  {
    about: 'neither',
    breaks: balanced({ targetGroupArn: undefined }),
    at: '{',
    says: /targetGroupArn is missing/,
    holds: balanced({ targetGroupArn: '${TARGET_GROUP}' }),
  },
];
