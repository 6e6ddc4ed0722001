import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const codeDeploy = { deploymentController: { type: 'CODE_DEPLOY' }, deploymentConfiguration: undefined };

export const cases: RuleCase[] = [
  {
    breaks: service({ ...codeDeploy, serviceConnectConfiguration: { enabled: true, namespace: 'shop' } }),
    at: '"serviceConnectConfiguration"',
    says: /not for services with deployment controller CODE_DEPLOY/,
    holds: service({ ...codeDeploy, serviceConnectConfiguration: { enabled: false } }),
    fix: /^(?![^]*serviceConnect)/,
  },
];
