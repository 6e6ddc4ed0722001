/** Service definitions as loosely as mutations need them. */
export type SeedService = Record<string, unknown>;

const arn = (service: string, resource: string): string => `arn:aws:${service}:eu-west-1:123456789012:${resource}`;
const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;
const targetGroupArn = arn('elasticloadbalancing', 'targetgroup/shop/0123456789abcdef');
const rule = (last: number): string =>
  arn('elasticloadbalancing', `listener-rule/app/shop/0123456789abcdef/0123456789abcdef/${last}`);
const network = () => ({
  awsvpcConfiguration: {
    subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
    securityGroups: ['sg-0123456789abcdef0'],
    assignPublicIp: 'DISABLED',
  },
});
const balancer = () => ({ targetGroupArn, containerName: 'web', containerPort: 8080 });

/** Valid files of several kinds, each made anew so that a mutation spoils only its own. */
export const serviceSeeds: Readonly<Record<string, () => SeedService>> = {
  'Fargate behind a load balancer': () => ({
    cluster: 'shop',
    serviceName: 'web',
    taskDefinition: 'web:7',
    desiredCount: 2,
    launchType: 'FARGATE',
    platformVersion: 'LATEST',
    availabilityZoneRebalancing: 'ENABLED',
    deploymentConfiguration: {
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: { alarmNames: ['web-5xx'], enable: true, rollback: true },
    },
    networkConfiguration: network(),
    loadBalancers: [balancer()],
    healthCheckGracePeriodSeconds: 60,
    monitoring: { metricConfigurations: [{ metricNames: ['CPUUtilization'], resolutionSeconds: 20 }] },
    tags: [{ key: 'team', value: 'shop' }],
    propagateTags: 'SERVICE',
    enableExecuteCommand: true,
  }),
  'blue/green on Fargate with hooks': () => ({
    cluster: arn('ecs', 'cluster/shop'),
    serviceName: 'api',
    taskDefinition: arn('ecs', 'task-definition/api:12'),
    desiredCount: 3,
    capacityProviderStrategy: [
      { capacityProvider: 'FARGATE', base: 1, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 4 },
    ],
    deploymentConfiguration: {
      strategy: 'BLUE_GREEN',
      bakeTimeInMinutes: 10,
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      lifecycleHooks: [
        {
          hookTargetArn: arn('lambda', 'function:check-api'),
          roleArn: role('ecsHooks'),
          lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
        },
        {
          targetType: 'PAUSE',
          lifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'],
          timeoutConfiguration: { timeoutInMinutes: 60, action: 'ROLLBACK' },
        },
      ],
    },
    networkConfiguration: network(),
    loadBalancers: [
      {
        ...balancer(),
        advancedConfiguration: {
          alternateTargetGroupArn: arn('elasticloadbalancing', 'targetgroup/shop-green/0123456789abcdef'),
          productionListenerRule: rule(1),
          testListenerRule: rule(2),
          roleArn: role('ecsInfrastructureRole'),
        },
      },
    ],
  }),
  'canary behind Service Connect': () => ({
    cluster: 'shop',
    serviceName: 'quotes',
    taskDefinition: 'quotes',
    desiredCount: 6,
    launchType: 'FARGATE',
    deploymentConfiguration: {
      strategy: 'CANARY',
      canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 10 },
    },
    networkConfiguration: network(),
    serviceConnectConfiguration: {
      enabled: true,
      namespace: 'shop',
      services: [{ portName: 'http', discoveryName: 'quotes', clientAliases: [{ port: 80, dnsName: 'quotes' }] }],
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/quotes', 'awslogs-region': 'eu-west-1' },
      },
    },
    volumeConfigurations: [
      { name: 'data', managedEBSVolume: { roleArn: role('ecsInfrastructureRole'), volumeType: 'gp3', sizeInGiB: 40 } },
    ],
  }),
  'instances in bridge mode': () => ({
    cluster: 'shop',
    serviceName: 'worker',
    taskDefinition: 'worker',
    desiredCount: 4,
    launchType: 'EC2',
    availabilityZoneRebalancing: 'DISABLED',
    placementStrategy: [
      { type: 'spread', field: 'attribute:ecs.availability-zone' },
      { type: 'binpack', field: 'memory' },
    ],
    placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.instance-type =~ t3.*' }],
    deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 },
    serviceRegistries: [
      {
        registryArn: arn('servicediscovery', 'service/srv-0123456789abcdef'),
        containerName: 'worker',
        containerPort: 80,
      },
    ],
  }),
  'a daemon': () => ({
    cluster: 'shop',
    serviceName: 'agent',
    taskDefinition: 'agent',
    launchType: 'EC2',
    schedulingStrategy: 'DAEMON',
    deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
  }),
  'by CodeDeploy': () => ({
    cluster: 'shop',
    serviceName: 'checkout',
    taskDefinition: 'checkout',
    desiredCount: 2,
    launchType: 'FARGATE',
    deploymentController: { type: 'CODE_DEPLOY' },
    networkConfiguration: network(),
    loadBalancers: [balancer()],
  }),
  'by a controller of its own': () => ({
    cluster: 'shop',
    serviceName: 'outside',
    desiredCount: 2,
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'EXTERNAL' },
  }),
};
