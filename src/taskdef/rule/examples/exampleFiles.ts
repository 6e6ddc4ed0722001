import type { CheckContext } from '../checkContext.ts';

// Files that the cases of rules start from. A member set to undefined is left out of the file, which is how a case drops one.

export const container = {
  name: 'web',
  image: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/web:1.4.2',
  essential: true,
  user: '1000',
  readonlyRootFilesystem: true,
  linuxParameters: { initProcessEnabled: true, tmpfs: [{ containerPath: '/tmp', size: 64 }] },
  portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-central-1', 'awslogs-stream-prefix': 'ecs' },
  },
};

/** A task definition for Fargate that no rule objects to, with changes on the task level. */
export function fargate(changes: object = {}): object {
  return {
    family: 'shop',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
    executionRoleArn: role('ecsTaskExecutionRole'),
    taskRoleArn: role('shop'),
    containerDefinitions: [container],
    ...changes,
  };
}

/** The same with changes in its only container. */
export function fargateContainer(changes: object, taskChanges: object = {}): object {
  return fargate({ containerDefinitions: [{ ...container, ...changes }], ...taskChanges });
}

/** A task definition for EC2 that no rule objects to, with changes on the task level. */
export function ec2(changes: object = {}): object {
  return {
    family: 'shop',
    requiresCompatibilities: ['EC2'],
    networkMode: 'bridge',
    executionRoleArn: role('ecsTaskExecutionRole'),
    taskRoleArn: role('shop'),
    containerDefinitions: [{ ...container, memory: 256 }],
    ...changes,
  };
}

/** The same with changes in its only container. */
export function ec2Container(changes: object, taskChanges: object = {}): object {
  return ec2({ containerDefinitions: [{ ...container, memory: 256, ...changes }], ...taskChanges });
}

/** A task for Windows on Fargate that no rule objects to. */
export function windows(changes: object = {}, containerChanges: object = {}): object {
  const linuxAlone = { user: undefined, readonlyRootFilesystem: undefined, linuxParameters: undefined };
  return fargate({
    cpu: '1024',
    memory: '2048',
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
    containerDefinitions: [{ ...container, ...linuxAlone, ...containerChanges }],
    ...changes,
  });
}

/** A task for Windows on EC2. */
export function windowsEc2(changes: object = {}): object {
  return windows({ requiresCompatibilities: ['EC2'], cpu: undefined, memory: undefined, ...changes }, { memory: 512 });
}

/** A second container. */
export function sidecar(changes: object = {}): object {
  return { ...container, name: 'sidecar', essential: false, portMappings: [], ...changes };
}

/** Two containers on Fargate. */
export function pair(first: object, second: object, task: object = {}): object {
  return fargate({ containerDefinitions: [{ ...container, ...first }, sidecar(second)], ...task });
}

/** Two containers on EC2. */
export function ec2Pair(first: object, second: object = {}, task: object = {}): object {
  return ec2({
    containerDefinitions: [{ ...container, memory: 256, ...first }, sidecar({ memory: 128, ...second })],
    ...task,
  });
}

export function role(name: string): string {
  return `arn:aws:iam::123456789012:role/${name}`;
}

/** What is known of a service file beside the task definition. */
export function besideService(facts: object): CheckContext {
  return { siblings: { services: [{ file: 'ecs-service-def.json', loadBalancers: [], ...facts }] } };
}

/** A service file beside the task definition whose load balancer sends traffic to a container. */
export function besideLoadBalancer(containerName: string, containerPort: number): CheckContext {
  return besideService({ loadBalancers: [{ containerName, containerPort }] });
}
