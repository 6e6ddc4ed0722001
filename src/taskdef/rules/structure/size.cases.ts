import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const big = Array.from({ length: 700 }, (_, i) => ({ name: `SETTING_${i}`, value: 'x'.repeat(80) }));

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ environment: big }),
    at: '{',
    says: /bytes; ECS takes at most 65536/,
    holds: fargateContainer({ environment: big.slice(0, 400) }),
  },
];
