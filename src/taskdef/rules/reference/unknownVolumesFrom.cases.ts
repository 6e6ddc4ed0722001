import { ec2Pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Pair({ volumesFrom: [{ sourceContainer: 'sdecar' }] }),
    at: '"sdecar"',
    says: /Unknown container: 'sdecar'/,
    holds: ec2Pair({ volumesFrom: [{ sourceContainer: 'sidecar' }] }),
    fix: /"sourceContainer": "sidecar"/,
  },
  {
    about: 'no name',
    breaks: ec2Pair({ volumesFrom: [{ readOnly: true }] }),
    at: '{',
    says: /volumesFrom of container web names no container/,
    holds: ec2Pair({ volumesFrom: [{ sourceContainer: 'sidecar' }] }),
    fix: false,
  },
];
