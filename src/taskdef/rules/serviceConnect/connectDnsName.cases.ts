import { connected } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const named = (dnsName: string): object => connected({ clientAliases: [{ port: 80, dnsName }] });

export const cases: RuleCase[] = [
  {
    breaks: named('my shop'),
    at: '"my shop"',
    says: /not a valid dnsName/,
    holds: named('my-shop.internal'),
    fix: /"my-shop"/,
  },
];
