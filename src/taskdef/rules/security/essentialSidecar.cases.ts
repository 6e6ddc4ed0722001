import { container, fargate, sidecar } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ containerDefinitions: [container, sidecar({ name: 'xray-daemon', essential: true })] }),
    at: 'true',
    says: /the whole task stops/,
    holds: fargate({ containerDefinitions: [container, sidecar({ name: 'xray-daemon' })] }),
    fix: /"essential": false/,
  },
];
