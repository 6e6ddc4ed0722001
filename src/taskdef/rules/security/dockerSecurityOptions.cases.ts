import { ec2Container, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ dockerSecurityOptions: ['no-new-privileges'] }),
    at: '"dockerSecurityOptions"',
    says: /do not support/,
    holds: ec2Container({ dockerSecurityOptions: ['no-new-privileges'] }),
    fix: true,
  },
  {
    about: 'form',
    breaks: ec2Container({ dockerSecurityOptions: ['privileged'] }),
    at: '"privileged"',
    says: /not a security option/,
    holds: ec2Container({ dockerSecurityOptions: ['label:type:x'] }),
  },
];
