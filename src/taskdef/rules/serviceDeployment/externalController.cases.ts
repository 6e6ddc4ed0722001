import { ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const external = { taskDefinition: undefined, launchType: undefined, deploymentConfiguration: undefined };
const deploymentController = { type: 'EXTERNAL' };
const holds = ec2Service({ ...external, deploymentController });

export const cases: RuleCase[] = [
  {
    breaks: ec2Service({ ...external, taskDefinition: 'shop', deploymentController }),
    at: '"taskDefinition"',
    says: /taskDefinition belongs to a task set/,
    holds,
    fix: /^(?![^]*taskDefinition)/,
  },
  {
    about: 'network',
    breaks: ec2Service({
      ...external,
      deploymentController,
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0123456789abcdef0'] } },
    }),
    at: '"networkConfiguration"',
    says: /belongs to a task set/,
    holds: ec2Service({ ...external, deploymentController, loadBalancers: [] }),
    fix: true,
  },
  {
    about: 'an empty name',
    breaks: ec2Service({ ...external, taskDefinition: '', deploymentController }),
    at: '"taskDefinition"',
    says: /belongs to a task set/,
    holds,
    fix: true,
  },
  {
    about: 'launch type',
    breaks: ec2Service({ ...external, launchType: 'EC2', deploymentController }),
    at: '"launchType"',
    says: /belongs to a task set/,
    holds: ec2Service(),
    fix: true,
  },
  {
    about: 'platform version',
    breaks: ec2Service({ ...external, platformVersion: 'LATEST', deploymentController }),
    at: '"platformVersion"',
    says: /belongs to a task set/,
    severity: 'warning',
    holds: ec2Service({ ...external, deploymentController }),
    fix: true,
  },
];
