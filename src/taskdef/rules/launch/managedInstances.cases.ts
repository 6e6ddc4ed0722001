import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const managed = (changes: object = {}): object =>
  fargate({ requiresCompatibilities: ['MANAGED_INSTANCES'], ...changes });

export const cases: RuleCase[] = [
  {
    breaks: managed({ networkMode: 'bridge' }),
    at: '"bridge"',
    says: /awsvpc or host, not bridge/,
    holds: managed({ networkMode: 'host' }),
    fix: /"awsvpc"/,
  },
  {
    about: 'Docker volume',
    breaks: managed({ volumes: [{ name: 'a', dockerVolumeConfiguration: { scope: 'task' } }] }),
    at: '"dockerVolumeConfiguration"',
    says: /no Docker volumes/,
    holds: managed({ volumes: [{ name: 'a' }] }),
  },
];
