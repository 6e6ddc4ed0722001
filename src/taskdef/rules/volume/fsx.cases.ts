import { ec2Volume, volume } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const fsx = (changes: object = {}): object => ({
  fsxWindowsFileServerVolumeConfiguration: {
    fileSystemId: 'fs-0123456789abcdef0',
    rootDirectory: 'share',
    authorizationConfig: {
      credentialsParameter: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:ad-AbCdEf',
      domain: 'corp.example.com',
      ...changes,
    },
  },
});

export const cases: RuleCase[] = [
  {
    breaks: volume(fsx()),
    at: '"fsxWindowsFileServerVolumeConfiguration"',
    says: /Fargate cannot mount/,
    holds: ec2Volume(fsx()),
  },
  {
    about: 'domain',
    breaks: ec2Volume(fsx({ domain: 'corp' })),
    at: '"corp"',
    says: /not a fully qualified/,
    holds: ec2Volume(fsx({ domain: 'corp.example' })),
  },
];
