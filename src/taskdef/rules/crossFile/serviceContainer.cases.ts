import { besideLoadBalancer, container, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ containerDefinitions: [{ ...container, name: 'app' }] }),
    at: '"containerDefinitions"',
    says: /ecs-service-def\.json sends traffic to container web.*: app\./,
    holds: fargate(),
    context: besideLoadBalancer('web', 8080),
  },
];
