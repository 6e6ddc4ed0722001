import { ec2, fargate } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ ipcMode: 'task' }),
    at: '"ipcMode"',
    says: /do not support ipcMode/,
    holds: ec2({ ipcMode: 'task' }),
    fix: true,
  },
];
