import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ pidMode: 'host' }),
    at: '"host"',
    says: /do not support pidMode 'host'/,
    holds: fargate({ pidMode: 'task' }),
    fix: /"pidMode": "task"/,
  },
];
