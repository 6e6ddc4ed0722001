import type { CheckContext } from '../checkContext.ts';
import { fargate } from './exampleFiles.ts';

// Service definitions that the cases of rules start from. A member set to undefined is left out of the file, which is how a case drops one.

export const targetGroupArn =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef';

export const registryArn = 'arn:aws:servicediscovery:eu-central-1:123456789012:service/srv-0123456789abcdef';

export const awsvpcConfiguration = {
  subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
  securityGroups: ['sg-0123456789abcdef0'],
  assignPublicIp: 'DISABLED',
};

/** A service on Fargate behind a load balancer that no rule objects to, with changes. */
export function service(changes: object = {}): object {
  return {
    cluster: 'shop',
    serviceName: 'web',
    taskDefinition: 'shop',
    desiredCount: 2,
    launchType: 'FARGATE',
    deploymentConfiguration: {
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
    networkConfiguration: { awsvpcConfiguration },
    loadBalancers: [{ targetGroupArn, containerName: 'web', containerPort: 8080 }],
    healthCheckGracePeriodSeconds: 60,
    ...changes,
  };
}

/** A service on EC2 instances under network mode bridge that no rule objects to, with changes. */
export function ec2Service(changes: object = {}): object {
  return service({
    launchType: 'EC2',
    networkConfiguration: undefined,
    loadBalancers: undefined,
    healthCheckGracePeriodSeconds: undefined,
    ...changes,
  });
}

/** The service with changes in its awsvpc configuration. */
export function awsvpc(changes: object, more: object = {}): object {
  return service({
    networkConfiguration: { awsvpcConfiguration: { ...awsvpcConfiguration, ...changes } },
    ...more,
  });
}

/** The service with changes in its only load balancer. */
export function balanced(changes: object, more: object = {}): object {
  const target = { targetGroupArn, containerName: 'web', containerPort: 8080, ...changes };
  return service({ loadBalancers: [target], ...more });
}

/** The service with an EBS volume for each task, with changes in the volume. */
export function ebs(changes: object = {}, more: object = {}): object {
  const managedEBSVolume = {
    roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole',
    volumeType: 'gp3',
    sizeInGiB: 20,
    ...changes,
  };
  return service({ volumeConfigurations: [{ name: 'data', managedEBSVolume }], ...more });
}

/** The service with one port in Service Connect, with changes in that port. */
export function connected(changes: object = {}, more: object = {}): object {
  return connect({ services: [{ portName: 'http', clientAliases: [{ port: 80, dnsName: 'web' }], ...changes }] }, more);
}

/** The service with changes in its Service Connect configuration. */
export function connect(changes: object, more: object = {}): object {
  return service({ serviceConnectConfiguration: { enabled: true, namespace: 'shop', ...changes }, ...more });
}

/** A daemon on EC2 instances that no rule objects to, with changes. */
export function daemon(changes: object = {}): object {
  return ec2Service({
    schedulingStrategy: 'DAEMON',
    desiredCount: undefined,
    deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
    ...changes,
  });
}

/** The service with changes in its deployment configuration. */
export function deployed(changes: object, more: object = {}): object {
  return service({ deploymentConfiguration: changes, ...more });
}

const loadBalancing = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/0123456789abcdef';

/** The second target group and the listener rules between which a blue/green deployment moves the traffic. */
export const advancedConfiguration = {
  alternateTargetGroupArn:
    'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop-green/0123456789abcdef',
  productionListenerRule: `${loadBalancing}/0123456789abcdef/0123456789abcde0`,
  testListenerRule: `${loadBalancing}/0123456789abcdef/0123456789abcde1`,
  roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole',
};

/** The service deployed blue/green, with changes in its deployment configuration and in the advanced one of its load balancer. */
export function blueGreen(changes: object = {}, advanced: object | undefined = {}, more: object = {}): object {
  return deployed(
    { strategy: 'BLUE_GREEN', ...changes },
    {
      loadBalancers: [
        {
          targetGroupArn,
          containerName: 'web',
          containerPort: 8080,
          ...(advanced ? { advancedConfiguration: { ...advancedConfiguration, ...advanced } } : {}),
        },
      ],
      ...more,
    },
  );
}

/** What is known of the task definition beside a service definition. */
export function besideTask(task: object = fargate()): CheckContext {
  return { siblings: { taskDefinition: { path: 'task-definition.json', text: JSON.stringify(task) } } };
}
