import { fargate, windows } from '../../rule/examples/exampleFiles.ts';
import { besideTask, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const spot = (capacityProvider: string): object =>
  service({ launchType: undefined, capacityProviderStrategy: [{ capacityProvider, weight: 1 }] });

export const cases: RuleCase[] = [
  {
    breaks: service({ platformVersion: '1.3.0' }),
    at: '"1.3.0"',
    says: /has ephemeralStorage, which platform version 1\.3\.0 lacks/,
    holds: service({ platformVersion: '1.4.0' }),
    fix: /"LATEST"/,
    context: besideTask(fargate({ ephemeralStorage: { sizeInGiB: 50 } })),
  },
  {
    about: 'Windows on Fargate Spot',
    breaks: spot('FARGATE_SPOT'),
    at: '"FARGATE_SPOT"',
    says: /Fargate Spot runs Linux/,
    severity: 'warning',
    holds: spot('FARGATE'),
    fix: true,
    context: besideTask(windows()),
  },
];
