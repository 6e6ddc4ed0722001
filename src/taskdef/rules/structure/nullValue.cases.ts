import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ dnsServers: null, user: null }),
    at: 'null',
    says: /is null/,
    holds: fargateContainer({ user: '1000' }),
    fix: /^(?![^]*null)/,
  },
  {
    about: 'in a list of containers, of which Terraform leaves it out',
    breaks: [{ name: 'a', image: 'b:1', essential: true, memory: 128, user: null }],
    at: 'null',
    says: /user is null/,
    holds: [{ name: 'a', image: 'b:1', essential: true, memory: 128 }],
    severity: 'info',
    fix: true,
  },
];
