import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Container({ user: 'root' }, { networkMode: 'host' }),
    at: '"root"',
    says: /root with the network of the host/,
    holds: ec2Container({ user: '1000' }, { networkMode: 'host' }),
  },
];
