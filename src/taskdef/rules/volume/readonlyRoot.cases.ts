import { fargateContainer } from '../../rule/exampleFiles.ts';
import { volume } from '../../rule/exampleVolumes.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ linuxParameters: undefined }),
    at: 'true',
    says: /read-only root and nothing to write to/,
    holds: volume({}),
    fix: /"tmpfs"/,
  },
];
