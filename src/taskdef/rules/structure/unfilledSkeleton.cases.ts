import { fargate } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

const container = {
  name: '',
  image: '',
  links: [''],
  environment: [{ name: '', value: '' }],
  logConfiguration: { logDriver: 'json-file', options: { KeyName: '' } },
};

export const cases: RuleCase[] = [
  {
    breaks: { family: '', taskRoleArn: '', containerDefinitions: [container], cpu: '', memory: '' },
    at: '{',
    says: /10 of its texts are still empty/,
    holds: { family: 'shop', containerDefinitions: [{ name: 'web', image: 'nginx:1.27', memory: 128 }] },
    fix: false,
  },
  {
    about: 'a family alone that is empty',
    breaks: { family: '', taskRoleArn: '', executionRoleArn: '', containerDefinitions: [container] },
    at: '{',
    says: /--generate-cli-skeleton/,
    holds: fargate({ family: '' }),
    fix: false,
  },
  {
    about: 'of a service',
    kind: 'service',
    breaks: {
      cluster: '',
      serviceName: '',
      taskDefinition: '',
      loadBalancers: [{ targetGroupArn: '', loadBalancerName: '', containerName: '', containerPort: 0 }],
      serviceRegistries: [{ registryArn: '', port: 0, containerName: '', containerPort: 0 }],
      launchType: 'FARGATE',
    },
    at: '{',
    says: /8 of its texts are still empty/,
    holds: { cluster: '', serviceName: '', taskDefinition: 'shop', desiredCount: 1 },
    fix: false,
  },
];
