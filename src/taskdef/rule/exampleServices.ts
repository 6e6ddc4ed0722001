import type { CheckContext } from './checkContext.ts';
import { fargate } from './exampleFiles.ts';

// Service definitions that the cases of rules start from. A member set to undefined is left out of the file, which is how a case drops one.

export const targetGroupArn =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef';

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

/** What is known of the task definition beside a service definition. */
export function besideTask(task: object = fargate()): CheckContext {
  return { siblings: { taskDefinition: { file: 'task-definition.json', text: JSON.stringify(task) } } };
}
