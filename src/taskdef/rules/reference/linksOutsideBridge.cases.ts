import { container, ec2Pair, fargate, sidecar } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ containerDefinitions: [{ ...container, links: ['sidecar'] }, sidecar()] }),
    at: '"links"',
    says: /Links are not supported when networkMode=awsvpc/,
    holds: ec2Pair({ links: ['sidecar'] }),
    fix: /^(?![^]*"links")/,
  },
];
