import { windows } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: windows({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2004_CORE' } }),
    at: '"WINDOWS_SERVER_2004_CORE"',
    says: /Fargate does not run/,
    holds: windows({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2025_FULL' } }),
    fix: /WINDOWS_SERVER_2022_CORE/,
  },
];
