import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const arn = 'arn:aws:ecs:eu-central-1:123456789012';

export const cases: RuleCase[] = [
  {
    breaks: service({ taskDefinition: 'shop:latest' }),
    at: '"shop:latest"',
    says: /"latest" is no revision/,
    holds: service({ taskDefinition: 'shop:7' }),
  },
  {
    about: 'an ARN without family',
    breaks: service({ taskDefinition: `${arn}:task-definition` }),
    at: '"arn:aws:ecs',
    says: /names no family/,
    holds: service({ taskDefinition: `${arn}:task-definition/shop` }),
  },
  {
    about: 'another resource',
    breaks: service({ taskDefinition: `${arn}:service/shop/web` }),
    at: '"arn:aws:ecs',
    says: /not the ARN of a task definition/,
    holds: service({ taskDefinition: `${arn}:task-definition/shop:7` }),
  },
  {
    about: 'revision 0',
    breaks: service({ taskDefinition: 'shop:0' }),
    at: '"shop:0"',
    says: /"0" is no revision/,
    holds: service({ taskDefinition: 'shop:${REVISION}' }),
  },
  {
    about: 'a file',
    breaks: service({ taskDefinition: 'task-definition.json' }),
    at: '"task-definition.json"',
    says: /is a file here/,
    holds: service(),
  },
  {
    about: 'a family that cannot be',
    breaks: service({ taskDefinition: 'shop/web' }),
    at: '"shop/web"',
    says: /"shop\/web" is no family/,
    holds: service({ taskDefinition: 'shop_web' }),
  },
  {
    about: 'empty',
    breaks: service({ taskDefinition: '' }),
    at: '""',
    says: /is empty/,
    holds: service(),
  },
];
