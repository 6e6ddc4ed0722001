import { fargate } from '../../rule/exampleFiles.ts';
import { besideTask, service } from '../../rule/exampleServices.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ enableExecuteCommand: true }),
    at: '"enableExecuteCommand"',
    says: /task-definition\.json has no taskRoleArn/,
    holds: service({ enableExecuteCommand: false }),
    fix: true,
    context: besideTask(fargate({ taskRoleArn: undefined })),
  },
];
