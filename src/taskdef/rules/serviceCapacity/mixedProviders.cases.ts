import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const mixed = (...names: string[]): object =>
  service({
    launchType: undefined,
    capacityProviderStrategy: names.map((capacityProvider) => ({ capacityProvider, weight: 1 })),
  });

export const cases: RuleCase[] = [
  {
    breaks: mixed('FARGATE', 'my-instances'),
    at: '"my-instances"',
    says: /my-instances is no Fargate capacity provider/,
    holds: mixed('FARGATE', 'FARGATE_SPOT'),
    fix: true,
  },
  {
    about: 'a provider that a template names is unknown',
    breaks: mixed('my-instances', 'FARGATE_SPOT'),
    at: '"my-instances"',
    says: /beside FARGATE_SPOT/,
    holds: mixed('${PROVIDER}', 'FARGATE_SPOT'),
  },
];
