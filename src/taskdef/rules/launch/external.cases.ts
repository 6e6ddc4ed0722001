import { ec2 } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const external = (changes: object = {}): object => ec2({ requiresCompatibilities: ['EXTERNAL'], ...changes });

export const cases: RuleCase[] = [
  {
    breaks: external({ networkMode: 'awsvpc' }),
    at: '"awsvpc"',
    says: /not awsvpc/,
    holds: external(),
    fix: /"bridge"/,
  },
  {
    about: 'EFS',
    breaks: external({ volumes: [{ name: 'a', efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }] }),
    at: '"efsVolumeConfiguration"',
    says: /cannot mount EFS/,
    holds: ec2({ volumes: [{ name: 'a', efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }] }),
  },
];
