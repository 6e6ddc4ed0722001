import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({}, { volumes: [{ efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }] }),
    at: '"efsVolumeConfiguration"',
    says: /needs a name/,
    holds: fargateContainer({}, { volumes: [{ name: 'd', efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }] }),
    fix: /"name": "data"/,
  },
  {
    about: 'characters',
    breaks: fargate({ volumes: [{ name: 'my.vol' }] }),
    at: '"my.vol"',
    says: /not a valid volume name/,
    holds: fargate({ volumes: [{ name: 'my-vol' }] }),
    fix: /"my-vol"/,
  },
  {
    about: 'twice',
    breaks: fargate({ volumes: [{ name: 'a' }, { name: 'a' }] }),
    at: '"a"',
    says: /Two volumes are named/,
    holds: fargate({ volumes: [{ name: 'a' }, { name: 'b' }] }),
  },
];
