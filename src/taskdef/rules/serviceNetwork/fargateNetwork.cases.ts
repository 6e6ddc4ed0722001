import { ec2Service, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ networkConfiguration: undefined }),
    at: '"FARGATE"',
    says: /Fargate needs networkConfiguration/,
    holds: ec2Service(),
  },
  {
    about: 'nothing in it',
    breaks: service({ networkConfiguration: {} }),
    at: '"networkConfiguration"',
    says: /with awsvpcConfiguration/,
    holds: service(),
  },
];
