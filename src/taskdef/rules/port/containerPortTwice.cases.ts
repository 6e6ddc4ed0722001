import { portsOfTwo } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: portsOfTwo([{ containerPort: 80 }], [{ containerPort: 80 }]),
    at: '80',
    says: /used multiple times in task, by containers web and sidecar/,
    holds: portsOfTwo([{ containerPort: 80 }], [{ containerPort: 80 }], 'bridge'),
  },
];
