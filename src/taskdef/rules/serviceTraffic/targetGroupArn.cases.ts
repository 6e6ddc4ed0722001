import { balanced, targetGroupArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const of = (resource: string): object => balanced({ targetGroupArn: targetGroupArn.replace(/[^:]+$/, resource) });

export const cases: RuleCase[] = [
  {
    breaks: of('loadbalancer/app/shop/0123456789abcdef'),
    at: '"arn:',
    says: /ARN of elasticloadbalancing:loadbalancer; it is to be like/,
    holds: of('targetgroup/shop/0123456789abcdef'),
  },
  {
    about: 'a name',
    breaks: balanced({ targetGroupArn: 'shop' }),
    at: '"shop"',
    says: /no ARN/,
    holds: balanced({ targetGroupArn: 'TARGET_GROUP_ARN' }),
  },
  {
    about: 'an ARN that a template fills in',
    breaks: balanced({ targetGroupArn: 'arn:aws:s3:::shop' }),
    at: '"arn:aws:s3',
    says: /ARN of s3:shop/,
    holds: balanced({ targetGroupArn: 'arn:aws:elasticloadbalancing:eu-central-1:<ACCOUNT_ID>:targetgroup/shop/1' }),
  },
];
