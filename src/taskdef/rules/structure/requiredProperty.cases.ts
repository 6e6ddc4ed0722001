import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ secrets: [{ name: 'A' }] }),
    at: '"A"',
    says: /"valueFrom" is required/,
    holds: fargateContainer({
      secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:eu-central-1:123456789012:parameter/a' }],
    }),
  },
  {
    about: 'in an object of its own',
    breaks: fargate({ ephemeralStorage: {} }),
    at: '"ephemeralStorage"',
    says: /"sizeInGiB" is required/,
    holds: fargate({ ephemeralStorage: { sizeInGiB: 30 } }),
    fix: /"sizeInGiB": 21/,
  },
  {
    about: 'a hard limit',
    breaks: fargateContainer({ ulimits: [{ name: 'nofile', softLimit: 1024 }] }),
    at: '"nofile"',
    says: /"hardLimit" is required/,
    holds: fargateContainer({ ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 1024 }] }),
    fix: /"hardLimit": 1024/,
  },
];
