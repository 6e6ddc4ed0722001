import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ workingDirectory: './app' }),
    at: '"./app"',
    says: /"\.\/app" is not an absolute path: container web/,
    holds: fargateContainer({ workingDirectory: '/app' }),
    fix: /"workingDirectory": "\/app"/,
  },
];
