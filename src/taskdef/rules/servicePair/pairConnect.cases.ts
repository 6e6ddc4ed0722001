import { ec2, windows } from '../../rule/examples/exampleFiles.ts';
import { besideTask, connect, ec2Service, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const serviceConnectConfiguration = { enabled: true, namespace: 'shop' };

export const cases: RuleCase[] = [
  {
    breaks: ec2Service({ serviceConnectConfiguration }),
    at: '"serviceConnectConfiguration"',
    says: /awsvpc and bridge; task-definition\.json has host/,
    holds: ec2Service(),
    context: besideTask(ec2({ networkMode: 'host' })),
  },
  {
    about: 'Windows',
    breaks: connect({}),
    at: '"serviceConnectConfiguration"',
    says: /is for Windows/,
    severity: 'warning',
    holds: service(),
    context: besideTask(windows()),
  },
];
