import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import { besideTask, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const alone = { loadBalancers: undefined };

export const cases: RuleCase[] = [
  {
    breaks: service(alone),
    at: '"healthCheckGracePeriodSeconds"',
    says: /no load balancer/,
    holds: service({ ...alone, serviceConnectConfiguration: { enabled: true, namespace: 'shop' } }),
    fix: /^(?![^]*GracePeriod)/,
  },
  {
    about: 'zero, as DescribeServices tells it',
    breaks: service({ loadBalancers: [] }),
    at: '"healthCheckGracePeriodSeconds"',
    says: /no load balancer/,
    holds: service({ loadBalancers: [], healthCheckGracePeriodSeconds: 0 }),
    fix: true,
  },
  {
    about: 'with a health check in the task definition',
    breaks: service(alone),
    at: '"healthCheckGracePeriodSeconds"',
    says: /no load balancer/,
    severity: 'warning',
    holds: service(),
    context: besideTask(fargateContainer({ healthCheck: { command: ['CMD', '/check'] } })),
    fix: true,
  },
];
