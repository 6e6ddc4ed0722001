import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ runtimePlatform: undefined }),
    at: '"FARGATE"',
    says: /runs on LINUX\/X86_64/,
    holds: ec2(),
    fix: /"operatingSystemFamily": "LINUX"/,
  },
];
