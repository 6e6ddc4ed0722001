import { daemon, ec2Service } from '../../rule/exampleServices.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: daemon({ desiredCount: 0 }),
    at: '"desiredCount"',
    says: /desiredCount is refused/,
    holds: ec2Service({ desiredCount: 0 }),
    fix: /^(?![^]*desiredCount)/,
  },
  {
    about: 'ecspresso leaves it out',
    breaks: daemon({ desiredCount: 1 }),
    at: '"desiredCount"',
    says: /refused/,
    severity: 'info',
    holds: daemon(),
    context: { tool: 'ecspresso' },
  },
];
