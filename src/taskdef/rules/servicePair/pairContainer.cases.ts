import { balanced, besideTask, registryArn, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: balanced({ containerName: 'app' }),
    at: '"app"',
    says: /task-definition\.json has no container app; it has web/,
    holds: balanced({ containerName: 'web' }),
    fix: /"containerName": "web"/,
    context: besideTask(),
  },
  {
    about: 'of a revision that may be another',
    breaks: balanced({ containerName: 'app' }, { taskDefinition: 'shop:7' }),
    at: '"app"',
    says: /no container app/,
    severity: 'warning',
    holds: balanced({ containerName: 'app' }, { taskDefinition: 'other:7' }),
    context: besideTask(),
  },
  {
    about: 'a registry',
    breaks: service({ serviceRegistries: [{ registryArn, containerName: 'app', containerPort: 8080 }] }),
    at: '"app"',
    says: /no container app/,
    holds: service({ serviceRegistries: [{ registryArn, containerName: 'web', containerPort: 8080 }] }),
    context: besideTask(),
  },
];
