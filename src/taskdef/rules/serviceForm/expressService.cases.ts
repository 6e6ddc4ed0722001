import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ resourceManagementType: 'ECS' }),
    at: '"ECS"',
    says: /Express Mode/,
    holds: service({ resourceManagementType: 'CUSTOMER' }),
  },
];
