import { service, targetGroupArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const codeDeploy = {
  deploymentController: { type: 'CODE_DEPLOY' },
  deploymentConfiguration: undefined,
  healthCheckGracePeriodSeconds: undefined,
};
const target = { targetGroupArn, containerName: 'web', containerPort: 8080 };

export const cases: RuleCase[] = [
  {
    breaks: service({ ...codeDeploy, loadBalancers: undefined }),
    at: '"CODE_DEPLOY"',
    says: /needs a load balancer/,
    holds: service(codeDeploy),
  },
  {
    about: 'a classic one',
    breaks: service({
      ...codeDeploy,
      loadBalancers: [{ loadBalancerName: 'shop', containerName: 'web', containerPort: 8080 }],
    }),
    at: '"shop"',
    says: /no Classic Load Balancer/,
    holds: service(codeDeploy),
  },
  {
    about: 'two target groups',
    breaks: service({ ...codeDeploy, loadBalancers: [target, { ...target, targetGroupArn: `${targetGroupArn}0` }] }),
    at: '{',
    says: /this is the second/,
    severity: 'warning',
    holds: service(codeDeploy),
  },
];
