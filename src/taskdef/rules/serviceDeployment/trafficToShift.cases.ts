import { blueGreen } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const alone = { loadBalancers: undefined, healthCheckGracePeriodSeconds: undefined };
const serviceConnectConfiguration = { enabled: true, namespace: 'shop' };
const registry = [{ registryArn: 'arn:aws:servicediscovery:eu-central-1:123456789012:service/srv-0123456789abcdef' }];

export const cases: RuleCase[] = [
  {
    breaks: blueGreen({ strategy: 'CANARY' }, undefined, alone),
    at: '"CANARY"',
    says: /this service has none/,
    holds: blueGreen({ strategy: 'CANARY' }, undefined, { ...alone, serviceConnectConfiguration }),
  },
  {
    about: 'service discovery',
    breaks: blueGreen({}, undefined, { ...alone, serviceRegistries: registry }),
    at: '"BLUE_GREEN"',
    says: /does not go with Cloud Map/,
    holds: blueGreen({}, undefined, alone),
  },
];
