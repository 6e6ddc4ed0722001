import { balanced, besideTask } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: balanced({ containerPort: 80 }),
    at: '80',
    says: /Container web in task-definition\.json maps no port 80; it maps 8080/,
    holds: balanced({ containerPort: 8080 }),
    fix: /"containerPort": 8080/,
    context: besideTask(),
  },
];
