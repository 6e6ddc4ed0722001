import { fargate } from '../../rule/exampleFiles.ts';
import { volume } from '../../rule/exampleVolumes.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({
      volumes: [
        { name: 'a', configuredAtLaunch: true },
        { name: 'b', configuredAtLaunch: true },
      ],
    }),
    at: '"configuredAtLaunch"',
    says: /at most one volume/,
    holds: volume({ configuredAtLaunch: true }),
  },
];
