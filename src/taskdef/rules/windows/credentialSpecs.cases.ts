import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const spec = (value: string): object => ec2Container({ credentialSpecs: [value] });

export const cases: RuleCase[] = [
  {
    breaks: spec('my-spec.json'),
    at: '"my-spec.json"',
    says: /not a credential specification/,
    holds: spec('credentialspec:arn:aws:ssm:eu-central-1:123456789012:parameter/a'),
  },
];
