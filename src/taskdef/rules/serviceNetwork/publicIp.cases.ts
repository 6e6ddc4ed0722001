import { awsvpc } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const strategy = (capacityProvider: string): object => ({
  launchType: undefined,
  capacityProviderStrategy: [{ capacityProvider, weight: 1 }],
});

export const cases: RuleCase[] = [
  {
    breaks: awsvpc({ assignPublicIp: 'ENABLED' }, { launchType: 'EC2' }),
    at: '"ENABLED"',
    says: /it is for Fargate/,
    holds: awsvpc({ assignPublicIp: 'ENABLED' }),
    fix: /"DISABLED"/,
  },
  {
    about: 'a provider of instances',
    breaks: awsvpc({ assignPublicIp: 'ENABLED' }, strategy('my-instances')),
    at: '"ENABLED"',
    says: /not supported/,
    severity: 'warning',
    holds: awsvpc({ assignPublicIp: 'ENABLED' }, strategy('FARGATE')),
    fix: true,
  },
];
