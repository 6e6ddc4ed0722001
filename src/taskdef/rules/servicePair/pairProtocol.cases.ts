import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import { besideTask, connected } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const port = (more: object): object =>
  fargateContainer({
    portMappings: [
      { name: 'http', containerPort: 8080, protocol: 'tcp', ...more },
      { name: 'dns', containerPort: 53, protocol: 'udp' },
    ],
  });

export const cases: RuleCase[] = [
  {
    breaks: connected({ portName: 'dns' }),
    at: '"dns"',
    says: /port dns is UDP/,
    holds: connected(),
    context: besideTask(port({})),
  },
  {
    about: 'a timeout for requests',
    breaks: connected({ timeout: { perRequestTimeoutSeconds: 15 } }),
    at: '"perRequestTimeoutSeconds"',
    says: /is plain TCP/,
    holds: connected({ timeout: { idleTimeoutSeconds: 15 } }),
    fix: true,
    context: besideTask(port({})),
  },
];
