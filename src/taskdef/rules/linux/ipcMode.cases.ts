import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ ipcMode: 'task' }),
    at: '"ipcMode"',
    says: /do not support ipcMode/,
    holds: ec2({ ipcMode: 'task' }),
    fix: true,
  },
];
