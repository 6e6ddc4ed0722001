import { ec2, fargate } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ runtimePlatform: undefined }),
    at: '"FARGATE"',
    says: /runs on LINUX\/X86_64/,
    holds: ec2(),
    fix: /"operatingSystemFamily": "LINUX"/,
  },
];
