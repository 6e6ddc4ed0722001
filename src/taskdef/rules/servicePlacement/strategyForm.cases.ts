import { ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const strategy = (placementStrategy: object): object => ec2Service({ placementStrategy: [placementStrategy] });

export const cases: RuleCase[] = [
  {
    breaks: strategy({ type: 'random', field: 'instanceId' }),
    at: '"instanceId"',
    says: /random strategy takes no field/,
    holds: strategy({ type: 'spread', field: 'instanceId' }),
    fix: /"random"\s*\}/,
  },
  {
    about: 'binpack by what is neither cpu nor memory',
    breaks: strategy({ type: 'binpack', field: 'disk' }),
    at: '"disk"',
    says: /binpack field "disk" is invalid/,
    holds: strategy({ type: 'binpack', field: 'MEMORY' }),
    fix: /"memory"/,
  },
  {
    about: 'binpack by nothing',
    breaks: strategy({ type: 'binpack' }),
    at: '"binpack"',
    says: /binpack needs a field/,
    holds: strategy({ type: 'random' }),
    fix: /"field": "memory"/,
  },
  {
    about: 'an attribute without its word',
    breaks: strategy({ type: 'spread', field: 'ecs.availability-zone' }),
    at: '"ecs.availability-zone"',
    says: /not over "ecs\.availability-zone"/,
    severity: 'warning',
    holds: strategy({ type: 'spread', field: 'attribute:ecs.availability-zone' }),
    fix: /"attribute:ecs\.availability-zone"/,
  },
  {
    about: 'spread over nothing',
    breaks: strategy({ type: 'spread' }),
    at: '"spread"',
    says: /spread needs a field/,
    holds: strategy({ type: 'spread', field: 'host' }),
    fix: true,
  },
  {
    about: 'spread over memory',
    breaks: strategy({ type: 'spread', field: 'memory' }),
    at: '"memory"',
    says: /a field of binpack/,
    holds: strategy({ type: 'binpack', field: 'memory' }),
    fix: /"binpack"/,
  },
];
