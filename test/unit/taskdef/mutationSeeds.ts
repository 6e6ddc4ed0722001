/** Task definitions as loosely as mutations need them. */
export type SeedContainer = Record<string, unknown> & { name: string };
export type SeedTask = Record<string, unknown> & { containerDefinitions: SeedContainer[] };

const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;
const image = (name: string): string => `123456789012.dkr.ecr.eu-west-1.amazonaws.com/${name}:2.0.1`;
const logConfiguration = () => ({
  logDriver: 'awslogs',
  options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'ecs' },
});
const healthCheck = () => ({
  command: ['CMD-SHELL', 'wget -q --spider http://127.0.0.1:8080/'],
  interval: 30,
  timeout: 5,
  retries: 3,
});

/** Valid files of several kinds, each made anew so that a mutation spoils only its own. */
export const seeds: Readonly<Record<string, () => SeedTask>> = {
  'Fargate web service': () => ({
    family: 'shop-web',
    taskRoleArn: role('shop-web'),
    executionRoleArn: role('ecsTaskExecutionRole'),
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '512',
    memory: '1024',
    runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
    containerDefinitions: [
      {
        name: 'web',
        image: image('web'),
        essential: true,
        cpu: 256,
        memory: 512,
        portMappings: [{ containerPort: 8080, protocol: 'tcp', name: 'http', appProtocol: 'http' }],
        environment: [{ name: 'PORT', value: '8080' }],
        secrets: [{ name: 'DB_PASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/db' }],
        mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
        dependsOn: [{ containerName: 'setup', condition: 'SUCCESS' }],
        healthCheck: healthCheck(),
        logConfiguration: logConfiguration(),
        stopTimeout: 60,
        ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 4096 }],
      },
      {
        name: 'setup',
        image: image('setup'),
        essential: false,
        memoryReservation: 128,
        logConfiguration: logConfiguration(),
      },
    ],
    volumes: [
      { name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0', transitEncryption: 'ENABLED' } },
    ],
    tags: [{ key: 'team', value: 'shop' }],
  }),
  'EC2 service in bridge mode': () => ({
    family: 'shop-worker',
    executionRoleArn: role('ecsTaskExecutionRole'),
    networkMode: 'bridge',
    requiresCompatibilities: ['EC2'],
    containerDefinitions: [
      {
        name: 'worker',
        image: image('worker'),
        memory: 512,
        memoryReservation: 256,
        links: ['cache'],
        portMappings: [{ containerPort: 80, hostPort: 0 }],
        environment: [{ name: 'MODE', value: 'fast' }],
        mountPoints: [{ sourceVolume: 'scratch', containerPath: '/scratch' }],
        healthCheck: healthCheck(),
        logConfiguration: logConfiguration(),
        ulimits: [{ name: 'nproc', softLimit: 512, hardLimit: 1024 }],
      },
      {
        name: 'cache',
        image: 'public.ecr.aws/docker/library/redis:7.4',
        memory: 128,
        logConfiguration: logConfiguration(),
      },
    ],
    volumes: [{ name: 'scratch', host: { sourcePath: '/mnt/scratch' } }],
  }),
  'FireLens on Fargate': () => ({
    family: 'shop-logs',
    executionRoleArn: role('ecsTaskExecutionRole'),
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '1024',
    memory: '2048',
    containerDefinitions: [
      {
        name: 'app',
        image: image('app'),
        portMappings: [{ containerPort: 3000 }],
        logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'firehose', region: 'eu-west-1' } },
      },
      {
        name: 'log_router',
        image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.2',
        essential: true,
        memoryReservation: 64,
        firelensConfiguration: { type: 'fluentbit', options: { 'enable-ecs-log-metadata': 'true' } },
        logConfiguration: logConfiguration(),
      },
    ],
  }),
};
