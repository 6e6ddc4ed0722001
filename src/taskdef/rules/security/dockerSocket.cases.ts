import { ec2 } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2({ volumes: [{ name: 'a', host: { sourcePath: '/var/run/docker.sock' } }] }),
    at: '"/var/run/docker.sock"',
    says: /root on the instance/,
    holds: ec2({ volumes: [{ name: 'a', host: { sourcePath: '/var/log' } }] }),
  },
];
