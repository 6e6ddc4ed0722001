import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ taskDefinition: undefined }),
    at: '{',
    says: /names no taskDefinition/,
    holds: service(),
  },
  {
    about: 'for the AWS CLI',
    breaks: service({ serviceName: undefined }),
    at: '{',
    says: /has no serviceName/,
    severity: 'error',
    holds: service(),
    context: { tool: 'aws-cli' },
  },
];
