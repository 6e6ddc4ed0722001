import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const restart = (more: object): object => fargateContainer({ restartPolicy: { enabled: true, ...more } });

export const cases: RuleCase[] = [
  {
    breaks: restart({ restartAttemptPeriod: 30 }),
    at: '30',
    says: /60 to 1800/,
    holds: restart({ restartAttemptPeriod: 60 }),
    fix: /"restartAttemptPeriod": 60/,
  },
];
