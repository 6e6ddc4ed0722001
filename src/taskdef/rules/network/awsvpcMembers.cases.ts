import { ec2Container, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ dnsServers: ['10.0.0.2'] }),
    at: '"dnsServers"',
    says: /not supported on container when networkMode=awsvpc/,
    holds: ec2Container({ dnsServers: ['10.0.0.2'] }),
    fix: true,
  },
  {
    about: 'on EC2',
    breaks: ec2Container({ hostname: 'a' }, { networkMode: 'awsvpc' }),
    at: '"hostname"',
    says: /networkMode=awsvpc/,
    holds: ec2Container({ hostname: 'a' }),
    fix: true,
  },
];
