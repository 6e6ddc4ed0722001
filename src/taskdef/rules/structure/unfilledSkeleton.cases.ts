import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

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
  {
    about: 'of which something is filled in',
    breaks: {
      family: 'shop',
      taskRoleArn: '',
      containerDefinitions: [
        {
          ...container,
          name: 'web',
          image: 'nginx:1.27',
          memory: 128,
          secrets: [{ name: '', valueFrom: '' }],
          dnsServers: [''],
          extraHosts: [{ hostname: '', ipAddress: '' }],
          mountPoints: [{ sourceVolume: '', containerPath: '' }],
          hostname: '',
          user: '',
          workingDirectory: '',
        },
      ],
    },
    at: '{',
    says: /what is left of a skeleton.*: 15 of its texts are empty/,
    holds: fargateContainer({ environment: Array.from({ length: 20 }, (_, i) => ({ name: `A${i}`, value: '' })) }),
    fix: /^(?![^]*"")[^]*nginx/,
  },
];
