import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const image = (name: string, ...command: string[]): object =>
  fargateContainer({ image: name, healthCheck: { command } });

export const cases: RuleCase[] = [
  {
    breaks: image('web:1-alpine', 'CMD-SHELL', 'curl -f x'),
    at: '"curl',
    says: /has no curl unless/,
    holds: image('web:1-alpine', 'CMD-SHELL', 'wget -q x'),
  },
];
