import { daemon, ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

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
