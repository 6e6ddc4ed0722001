import { connect, ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const log = (logConfiguration: object): object => connect({ logConfiguration });
const options = { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-central-1', 'awslogs-stream-prefix': 'connect' };

export const cases: RuleCase[] = [
  {
    breaks: log({ logDriver: 'fluentd' }),
    at: '"fluentd"',
    says: /FARGATE does not take fluentd/,
    holds: ec2Service({
      serviceConnectConfiguration: { enabled: true, namespace: 'shop', logConfiguration: { logDriver: 'fluentd' } },
    }),
  },
  {
    about: 'no log group',
    breaks: log({ logDriver: 'awslogs', options: { 'awslogs-region': 'eu-central-1' } }),
    at: '"options"',
    says: /needs awslogs-group/,
    holds: log({ logDriver: 'awslogs', options }),
  },
  {
    about: 'an access log without a log',
    breaks: connect({ accessLogConfiguration: { format: 'JSON' } }),
    at: '"accessLogConfiguration"',
    says: /needs a logConfiguration/,
    severity: 'warning',
    holds: connect({ accessLogConfiguration: { format: 'JSON' }, logConfiguration: { logDriver: 'awslogs', options } }),
  },
];
