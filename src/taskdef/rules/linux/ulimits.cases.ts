import { ec2Container, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const ulimits = (...limits: object[]): object => ec2Container({ ulimits: limits });

export const cases: RuleCase[] = [
  {
    breaks: ulimits({ name: 'nofile', softLimit: 2, hardLimit: 1 }),
    at: '2',
    says: /Soft limit exceeds hard limit for ulimit nofile/,
    holds: ulimits({ name: 'nofile', softLimit: 1, hardLimit: 1 }),
    fix: /"softLimit": 1,\s+"hardLimit": 2/,
  },
  {
    about: 'Fargate',
    breaks: fargateContainer({ ulimits: [{ name: 'nproc', softLimit: 1, hardLimit: 1 }] }),
    at: '"nproc"',
    says: /nofile only/,
    holds: ulimits({ name: 'nproc', softLimit: 1, hardLimit: 1 }),
    severity: 'warning',
  },
];
