import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import { volume } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ linuxParameters: undefined }),
    at: 'true',
    says: /read-only root and nothing to write to/,
    holds: volume({}),
    fix: /"tmpfs"/,
  },
];
