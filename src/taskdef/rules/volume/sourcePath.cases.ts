import { volume } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: volume({ host: { sourcePath: '/x' } }),
    at: '"sourcePath"',
    says: /do not support sourcePath/,
    holds: volume({ host: {} }),
    fix: /^(?![^]*sourcePath)/,
  },
];
