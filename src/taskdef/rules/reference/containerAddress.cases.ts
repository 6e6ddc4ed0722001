import { ec2Pair, pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const broker = { name: 'broker', portMappings: [{ containerPort: 1883 }] };
const url = (value: string, name = 'BROKER_URL'): object => ({ environment: [{ name, value }] });

export const cases: RuleCase[] = [
  {
    breaks: pair(url('tcp://broker:1883'), broker),
    at: '"tcp://broker:1883"',
    says: /no names for each other with network mode awsvpc: broker answers at localhost/,
    holds: pair(url('tcp://127.0.0.1:1883'), broker),
    fix: /"tcp:\/\/127\.0\.0\.1:1883"/,
  },
  {
    about: 'a variable that names a host',
    breaks: pair(url('broker', 'BROKER_HOST'), broker),
    at: '"broker"',
    says: /broker answers at localhost/,
    holds: pair(url('broker', 'BROKER_NAME'), broker),
    fix: /"value": "127\.0\.0\.1"/,
  },
  {
    about: 'among others, with a port that is its own',
    breaks: pair({ command: ['/run', '--brokers', 'a.example:1883,broker:1883'] }, broker),
    at: '"a.example:1883,broker:1883"',
    says: /broker answers at localhost/,
    holds: pair(
      { command: ['/run', '--brokers', 'broker:9092', 's3://broker/a', 'http://broker.example.com'] },
      broker,
    ),
    fix: /"a\.example:1883,127\.0\.0\.1:1883"/,
  },
  {
    about: 'without a link',
    breaks: ec2Pair(url('tcp://user:pw@broker:1883'), broker),
    at: '"tcp://user:pw@broker:1883"',
    says: /Container web has no link to broker/,
    holds: ec2Pair({ ...url('tcp://queue:1883'), links: ['broker:queue'] }, broker),
    fix: /"links": \["broker"\]/,
  },
  {
    about: 'in network mode host',
    breaks: ec2Pair(url('tcp://broker:1883'), broker, { networkMode: 'host' }),
    at: '"tcp://broker:1883"',
    says: /network mode host/,
    holds: ec2Pair(
      { ...url('tcp://broker:1883'), extraHosts: [{ hostname: 'broker', ipAddress: '127.0.0.1' }] },
      broker,
    ),
    fix: true,
  },
];
