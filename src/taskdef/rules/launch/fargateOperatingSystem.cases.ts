import { windows } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: windows({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2004_CORE' } }),
    at: '"WINDOWS_SERVER_2004_CORE"',
    says: /Fargate does not run/,
    holds: windows({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2025_FULL' } }),
    fix: /WINDOWS_SERVER_2022_CORE/,
  },
];
