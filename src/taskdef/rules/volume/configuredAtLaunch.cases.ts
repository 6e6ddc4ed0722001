import { fargate } from '../../rule/examples/exampleFiles.ts';
import { volume } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

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
