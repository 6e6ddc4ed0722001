import { ec2Service, service, targetGroupArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const role = 'arn:aws:iam::123456789012:role/ecsServiceRole';
const target = { targetGroupArn, containerName: 'web', containerPort: 8080 };
const behind = (...loadBalancers: object[]): object => ec2Service({ role, loadBalancers });

export const cases: RuleCase[] = [
  {
    breaks: ec2Service({ role }),
    at: '"role"',
    says: /the service has none/,
    holds: ec2Service(),
    fix: /^(?![^]*"role")/,
  },
  {
    about: 'awsvpc',
    breaks: service({ role }),
    at: '"role"',
    says: /With network mode awsvpc/,
    holds: behind(target),
    fix: /^(?![^]*"role")/,
  },
  {
    about: 'several',
    breaks: behind(target, { ...target, targetGroupArn: `${targetGroupArn}0` }),
    at: '"role"',
    says: /With several load balancers/,
    holds: behind(target),
    fix: true,
  },
  {
    about: 'service discovery',
    breaks: ec2Service({
      role,
      loadBalancers: [target],
      serviceRegistries: [
        {
          registryArn: 'arn:aws:servicediscovery:eu-central-1:123456789012:service/srv-0123456789abcdef',
          containerName: 'web',
          containerPort: 8080,
        },
      ],
    }),
    at: '"role"',
    says: /With service discovery/,
    holds: behind(target),
    fix: true,
  },
];
