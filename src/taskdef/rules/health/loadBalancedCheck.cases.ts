import { healthCheck } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({}),
    at: '"web"',
    says: /sends traffic to container web, which has no healthCheck/,
    holds: healthCheck(['CMD', '/check']),
    context: {
      siblings: {
        services: [{ file: 'ecs-service-def.json', loadBalancers: [{ containerName: 'web', containerPort: 8080 }] }],
      },
    },
  },
];
