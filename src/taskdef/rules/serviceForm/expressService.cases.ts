import { service } from '../../rule/exampleServices.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ resourceManagementType: 'ECS' }),
    at: '"ECS"',
    says: /Express Mode/,
    holds: service({ resourceManagementType: 'CUSTOMER' }),
  },
];
