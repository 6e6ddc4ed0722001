import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const awslogs = (options: object): object => fargateContainer({ logConfiguration: { logDriver: 'awslogs', options } });

export const cases: RuleCase[] = [
  {
    breaks: awslogs({}),
    at: '"options"',
    says: /lacks awslogs-group, awslogs-region/,
    holds: fargate(),
    fix: /"awslogs-group": "\/ecs\/shop",\s+"awslogs-region": "eu-central-1"/,
  },
  {
    about: 'without options',
    breaks: fargateContainer({ logConfiguration: { logDriver: 'awslogs' } }),
    at: '"awslogs"',
    says: /requires options/,
    holds: fargate(),
    fix: /"awslogs-stream-prefix": "ecs"/,
  },
];
