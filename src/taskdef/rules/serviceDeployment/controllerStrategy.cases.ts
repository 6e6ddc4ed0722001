import { deployed } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const codeDeploy = { deploymentController: { type: 'CODE_DEPLOY' } };

export const cases: RuleCase[] = [
  {
    breaks: deployed({ strategy: 'BLUE_GREEN' }, codeDeploy),
    at: '"BLUE_GREEN"',
    says: /BLUE_GREEN needs deployment controller ECS/,
    holds: deployed({ strategy: 'ROLLING', bakeTimeInMinutes: 0 }, codeDeploy),
    fix: true,
  },
  {
    about: 'bake time',
    breaks: deployed({ bakeTimeInMinutes: 5 }, codeDeploy),
    at: '"bakeTimeInMinutes"',
    says: /with CODE_DEPLOY nothing heeds it/,
    severity: 'warning',
    holds: deployed({ bakeTimeInMinutes: 5 }),
    fix: true,
  },
];
