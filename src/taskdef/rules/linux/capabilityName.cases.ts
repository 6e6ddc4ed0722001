import { ec2Linux } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Linux({ capabilities: { add: ['CAP_NET_ADMIN'] } }),
    at: '"CAP_NET_ADMIN"',
    says: /write NET_ADMIN/,
    holds: ec2Linux({ capabilities: { add: ['NET_ADMIN'] } }),
    fix: /"NET_ADMIN"/,
  },
];
