import { awsvpc } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const ids = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}-0123456789abcde${i.toString(16).padStart(2, '0')}`);

export const cases: RuleCase[] = [
  {
    breaks: awsvpc({ subnets: [] }),
    at: '[]',
    says: /at least 1/,
    holds: awsvpc({ subnets: ids('subnet', 1) }),
  },
  {
    about: 'too many subnets',
    breaks: awsvpc({ subnets: ids('subnet', 17) }),
    at: '[',
    says: /at most 16/,
    holds: awsvpc({ subnets: ids('subnet', 16) }),
  },
  {
    about: 'too many security groups',
    breaks: awsvpc({ securityGroups: ids('sg', 6) }),
    at: '[',
    says: /at most 5/,
    holds: awsvpc({ securityGroups: ids('sg', 5) }),
  },
];
