import { fargate } from '../../rule/examples/exampleFiles.ts';
import { besideTask, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

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
