import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ launchType: 'MANAGED_INSTANCES' }),
    at: '"MANAGED_INSTANCES"',
    says: /name your Managed Instances provider in capacityProviderStrategy/,
    holds: service({
      launchType: undefined,
      capacityProviderStrategy: [{ capacityProvider: 'my-managed-instances', weight: 1 }],
    }),
    fix: /^(?![^]*launchType)/,
  },
];
