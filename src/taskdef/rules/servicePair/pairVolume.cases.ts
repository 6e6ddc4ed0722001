import { fargate } from '../../rule/examples/exampleFiles.ts';
import { besideTask, ebs, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const leaving = (name: string): object => fargate({ volumes: [{ name, configuredAtLaunch: true }] });

export const cases: RuleCase[] = [
  {
    breaks: ebs(),
    at: '"data"',
    says: /task-definition\.json leaves the volume scratch to the launch, not data/,
    holds: service({ taskDefinition: '${TASK_DEFINITION}', volumeConfigurations: '${VOLUMES}' }),
    fix: /"scratch"/,
    context: besideTask(leaving('scratch')),
  },
  {
    about: 'no such volume',
    breaks: ebs(),
    at: '"data"',
    says: /no volume with configuredAtLaunch/,
    holds: service(),
    context: besideTask(),
  },
  {
    about: 'left out',
    breaks: service(),
    at: '"taskDefinition"',
    says: /volumeConfigurations is missing/,
    severity: 'warning',
    holds: ebs(),
    context: besideTask(leaving('data')),
  },
];
