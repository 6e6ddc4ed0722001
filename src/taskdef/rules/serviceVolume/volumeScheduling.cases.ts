import { daemon, ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const volumeConfigurations = [
  {
    name: 'data',
    managedEBSVolume: { roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole', sizeInGiB: 20 },
  },
];

export const cases: RuleCase[] = [
  {
    breaks: daemon({ volumeConfigurations }),
    at: '"volumeConfigurations"',
    says: /not for daemons/,
    holds: ec2Service({ volumeConfigurations }),
    fix: true,
  },
];
