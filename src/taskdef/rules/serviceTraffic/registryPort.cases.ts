import { ec2Service, registryArn, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const registry = (more: object): object => ({ serviceRegistries: [{ registryArn, ...more }] });
const container = { containerName: 'web', containerPort: 8080 };

export const cases: RuleCase[] = [
  {
    breaks: ec2Service(registry({ ...container, port: 8080 })),
    at: '"port"',
    says: /either port or containerName/,
    holds: ec2Service(registry(container)),
    fix: true,
  },
  {
    about: 'a container without its port',
    breaks: ec2Service(registry({ containerName: 'web' })),
    at: '"containerName"',
    says: /needs containerPort/,
    holds: ec2Service(registry(container)),
  },
  {
    about: 'a port of no container',
    breaks: ec2Service(registry({ containerPort: 8080 })),
    at: '"containerPort"',
    says: /needs containerName/,
    holds: ec2Service(registry(container)),
  },
  {
    about: 'under awsvpc',
    breaks: service(registry(container)),
    at: '"containerPort"',
    says: /with A records/,
    severity: 'warning',
    holds: service(registry({})),
  },
];
