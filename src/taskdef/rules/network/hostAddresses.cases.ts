import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Container({ dnsServers: ['dns.example.com'] }),
    at: '"dns.example.com"',
    says: /not an IP address: container web would not start/,
    holds: ec2Container({ dnsServers: ['10.0.0.2', 'fd00:ec2::253', '${DNS}'] }),
    fix: false,
  },
  {
    about: 'extra hosts',
    breaks: ec2Container({ extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.256' }] }),
    at: '"10.0.0.256"',
    says: /not an IP address/,
    holds: ec2Container({ extraHosts: [{ hostname: 'db', ipAddress: 'host-gateway' }] }),
    fix: false,
  },
];
