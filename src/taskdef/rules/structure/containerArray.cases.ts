import { ec2 } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: [{ name: 'a', image: 'b:1', essential: true, memory: 128 }],
    at: '[',
    says: /list of container definitions/,
    holds: ec2(),
    fix: /^\{\n {2}"family": "my-task",\n {2}"containerDefinitions": \[\n {4}\{\n {6}"name"/,
  },
  {
    about: 'for a tool that takes a whole task definition',
    breaks: [{ name: 'a', image: 'b:1', essential: true, memory: 128 }],
    at: '[',
    context: { tool: 'codepipeline' },
    severity: 'error',
    says: /while CodePipeline takes a whole task definition/,
    holds: ec2(),
    fix: true,
  },
];
