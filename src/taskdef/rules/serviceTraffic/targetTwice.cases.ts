import { service, targetGroupArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const groups = (...arns: string[]): object =>
  service({ loadBalancers: arns.map((arn) => ({ targetGroupArn: arn, containerName: 'web', containerPort: 8080 })) });

export const cases: RuleCase[] = [
  {
    breaks: groups(targetGroupArn, targetGroupArn),
    at: '"arn:',
    says: /twice/,
    holds: groups(targetGroupArn, targetGroupArn.replace('/shop/', '/shop-internal/')),
    fix: true,
  },
];
