import { ec2Service, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const provider = (capacityProvider: string): object =>
  service({
    launchType: undefined,
    capacityProviderStrategy: [{ capacityProvider, weight: 1 }],
    platformVersion: 'LATEST',
  });

export const cases: RuleCase[] = [
  {
    breaks: ec2Service({ platformVersion: 'LATEST' }),
    at: '"platformVersion"',
    says: /this service runs on EC2/,
    holds: service({ platformVersion: 'LATEST' }),
    fix: /^(?![^]*platformVersion)/,
  },
  {
    about: 'a provider of instances',
    breaks: provider('my-instances'),
    at: '"platformVersion"',
    says: /runs on my-instances/,
    severity: 'warning',
    holds: provider('FARGATE_SPOT'),
    fix: true,
  },
];
