import { ec2 } from '../../rule/examples/exampleFiles.ts';
import { besideTask, ec2Service, registryArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const registry = (more: object): object => ec2Service({ serviceRegistries: [{ registryArn, ...more }] });

export const cases: RuleCase[] = [
  {
    breaks: registry({}),
    at: '"registryArn"',
    says: /has network mode bridge: a registry needs containerName and containerPort/,
    holds: registry({ containerName: 'web', containerPort: 8080 }),
    context: besideTask(ec2()),
  },
];
