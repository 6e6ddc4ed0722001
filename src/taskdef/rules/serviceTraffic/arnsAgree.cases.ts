import { balanced, targetGroupArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const cluster = (region: string, account: string): object =>
  balanced({ targetGroupArn }, { cluster: `arn:aws:ecs:${region}:${account}:cluster/shop` });

export const cases: RuleCase[] = [
  {
    breaks: cluster('eu-west-1', '123456789012'),
    at: '"arn:aws:elasticloadbalancing',
    says: /in Region eu-central-1, cluster in eu-west-1/,
    holds: cluster('eu-central-1', '123456789012'),
  },
  {
    about: 'another account',
    breaks: cluster('eu-central-1', '210987654321'),
    at: '"arn:aws:elasticloadbalancing',
    says: /of account 123456789012, cluster of 210987654321/,
    holds: cluster('eu-central-1', '${ACCOUNT}'),
  },
];
