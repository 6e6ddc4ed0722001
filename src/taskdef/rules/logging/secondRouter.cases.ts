import { container, fargate, sidecar } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({
      containerDefinitions: [
        { ...container, logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'stdout' } } },
        sidecar({ name: 'router', firelensConfiguration: { type: 'fluentbit' } }),
        sidecar({ name: 'second', firelensConfiguration: { type: 'fluentd' } }),
      ],
    }),
    at: '"firelensConfiguration"',
    says: /Container router is the log router already; second cannot/,
    holds: fargate({
      containerDefinitions: [
        { ...container, logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'stdout' } } },
        sidecar({ name: 'router', firelensConfiguration: { type: 'fluentbit' } }),
      ],
    }),
  },
];
