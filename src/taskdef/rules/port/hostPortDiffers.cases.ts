import { bridgePorts, ports } from '../../rule/examples/exampleContainers.ts';
import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ports({ containerPort: 80, hostPort: 8080 }),
    at: '8080',
    says: /must match: 8080 is not 80/,
    holds: ports({ containerPort: 80, hostPort: 80 }),
    fix: /^(?![^]*hostPort)/,
  },
  {
    about: 'host',
    breaks: ec2Container({ portMappings: [{ containerPort: 80, hostPort: 0 }] }, { networkMode: 'host' }),
    at: '0',
    says: /networkMode=host/,
    holds: bridgePorts({ containerPort: 80, hostPort: 0 }),
  },
];
