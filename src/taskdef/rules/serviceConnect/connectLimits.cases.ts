import { connected } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const aliases = (...ports: number[]): object =>
  connected({ clientAliases: ports.map((port) => ({ port, dnsName: `web-${port}` })) });

export const cases: RuleCase[] = [
  {
    breaks: aliases(80, 8080),
    at: '[',
    says: /at most 1/,
    holds: aliases(80),
  },
  {
    about: 'a port',
    breaks: aliases(0),
    at: '0',
    says: /1 to 65535/,
    holds: aliases(8080),
    fix: /"port": 1/,
  },
];
