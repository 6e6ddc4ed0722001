import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const definition = (family: string): object => ({ family, containerDefinitions: [{ name: 'web', image: 'a:1' }] });

export const cases: RuleCase[] = [
  {
    breaks: [definition('web'), definition('worker')],
    kind: 'taskDefinition',
    at: '[',
    severity: 'warning',
    says: /holds 2 task definitions \(web, worker\)/,
    holds: definition('web'),
    fix: false,
  },
  {
    about: 'under names, for a tool that takes one',
    breaks: { web: definition('web'), worker: { ...definition(''), cpu: '256' } },
    kind: 'taskDefinition',
    context: { tool: 'github-action' },
    at: '{',
    says: /holds 2 task definitions \(web, #2\)/,
    holds: fargate(),
    fix: false,
  },
  {
    about: 'one alone in a list',
    breaks: [fargate()],
    kind: 'taskDefinition',
    at: '[',
    severity: 'warning',
    says: /stands in a list/,
    holds: fargate(),
    fix: true,
  },
  {
    about: 'several answers of DescribeTaskDefinition',
    breaks: { taskDefinitions: [{ taskDefinition: definition('web') }, { taskDefinition: definition('web') }] },
    kind: 'taskDefinition',
    at: '{',
    severity: 'warning',
    says: /holds 2 task definitions \(web, web\)/,
    holds: { ...definition('web'), dockerLabels: {} },
    fix: false,
  },
  {
    about: 'one behind the other',
    breaks: `${JSON.stringify(definition('web'))}\n${JSON.stringify(definition('worker'))}`,
    kind: 'taskDefinition',
    at: '{',
    says: /A second task definition begins here/,
    holds: `${JSON.stringify(definition('web'))}\n{}`,
    fix: false,
  },
];
