import { linux } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: linux({ tmpfs: [], capabilities: { add: ['NET_ADMIN'] } }),
    at: '"NET_ADMIN"',
    says: /NET_ADMIN is not allowed on Fargate/,
    holds: linux({ capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] } }),
    fix: true,
  },
];
