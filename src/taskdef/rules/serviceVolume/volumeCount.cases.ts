import { ebs, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const managedEBSVolume = { roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole', sizeInGiB: 20 };
const volumes = (...names: string[]): object =>
  service({ volumeConfigurations: names.map((name) => ({ name, managedEBSVolume })) });

export const cases: RuleCase[] = [
  {
    breaks: volumes('data', 'cache'),
    at: '[',
    says: /at most 1/,
    holds: volumes('data'),
  },
  {
    about: 'no size',
    breaks: ebs({ sizeInGiB: 0 }),
    at: '0',
    says: /the least is 1/,
    holds: ebs({ sizeInGiB: 1 }),
    fix: true,
  },
];
