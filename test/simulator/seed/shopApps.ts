import type {
  ContainerDefinition,
  KeyValuePair,
  NetworkConfiguration,
  RegisterTaskDefinitionRequest,
} from '@aws-sdk/client-ecs';
import type { ImageBehaviour } from '../ecs/images.ts';
import { accessLog, crashLog, javaLog, jsonLog, workerLog } from './shopWriters.ts';

/** One application of the shop, as each environment runs it. */
export interface ShopApp {
  name: string;
  behaviour: ImageBehaviour;
  port?: number;
  /** Image tags, oldest first; each makes a revision. */
  tags: readonly string[];
  /** Tags that were pushed and are not registered yet. */
  next?: readonly string[];
  cpu: string;
  memory: string;
  ec2?: boolean;
  healthCheck?: boolean;
  environment?: Record<string, string>;
  secrets?: readonly string[];
  sidecar?: boolean;
}

export const shopApps: readonly ShopApp[] = [
  {
    name: 'storefront',
    behaviour: { log: accessLog, onStop: { after: 11_300, exitCode: 0 } },
    port: 8080,
    tags: ['1.7.0', '1.8.1', '1.8.2'],
    next: ['1.9.0'],
    cpu: '512',
    memory: '1024',
    healthCheck: true,
    environment: { NODE_ENV: 'production', CACHE_TTL: '300' },
    sidecar: true,
  },
  {
    name: 'checkout',
    behaviour: { log: javaLog, onStop: { after: 4000, exitCode: 143 } },
    port: 8080,
    tags: ['3.2.0', '3.3.0', '3.3.1'],
    next: ['3.4.0'],
    cpu: '1024',
    memory: '2048',
    healthCheck: true,
    environment: { SPRING_PROFILES_ACTIVE: 'ecs', JAVA_TOOL_OPTIONS: '-XX:MaxRAMPercentage=75' },
    secrets: ['DB_PASSWORD'],
  },
  {
    name: 'payments-worker',
    behaviour: { log: workerLog, onStop: 'ignored' },
    tags: ['2.0.4', '2.1.0'],
    cpu: '256',
    memory: '512',
    environment: { QUEUE: 'payments', CONCURRENCY: '8' },
    secrets: ['PSP_API_KEY'],
  },
  {
    name: 'search-api',
    behaviour: { log: jsonLog('search-api') },
    port: 9090,
    tags: ['0.14.0', '0.15.2'],
    cpu: '512',
    memory: '900',
    ec2: true,
    environment: { INDEX: 'products-v7' },
  },
  {
    name: 'inventory',
    behaviour: { log: jsonLog('inventory', 8000) },
    port: 7070,
    tags: ['5.0.0'],
    cpu: '256',
    memory: '450',
    ec2: true,
  },
  {
    name: 'notifications',
    behaviour: { log: jsonLog('notifications', 15_000) },
    tags: ['1.1.9', '1.2.0'],
    cpu: '256',
    memory: '512',
    environment: { SENDER: 'no-reply@shop.example' },
  },
  {
    name: 'media-resizer',
    behaviour: { log: workerLog },
    tags: ['4.4.1'],
    cpu: '2048',
    memory: '4096',
  },
  {
    name: 'recommendations',
    behaviour: { log: crashLog, exitAfter: 6000, exitCode: 1 },
    port: 8000,
    tags: ['0.9.2', '0.9.3'],
    cpu: '512',
    memory: '1024',
  },
  { name: 'nightly-report', behaviour: { log: workerLog }, tags: ['1.0.0'], cpu: '512', memory: '1024' },
];

export interface Place {
  environment: string;
  accountId: string;
  region: string;
}

/** The image of an application's version. */
export function shopImage(app: string, tag: string, { accountId, region }: Place): string {
  return `${accountId}.dkr.ecr.${region}.amazonaws.com/shop/${app}:${tag}`;
}

/** Names of the roles that all environments share; no task definition of the shop has the last three. */
export const shopRole = {
  execution: 'shop-task-execution',
  pipeline: 'shop-pipeline',
  withoutSecrets: 'shop-legacy-execution',
  withoutLogs: 'shop-batch-execution',
  untrusting: 'shop-host',
} as const;

/** Name of the role that an application's tasks take in an environment. */
export function taskRoleName(app: ShopApp, { environment }: Place): string {
  return `shop-${environment}-${app.name}`;
}

/** ARN of the secret that holds what an application must not tell. */
export function shopSecret(app: ShopApp, { environment, accountId, region }: Place): string {
  return `arn:aws:secretsmanager:${region}:${accountId}:secret:shop/${environment}/${app.name}-a1B2c3`;
}

/** Name of the parameter that an environment offers to its applications. */
export function shopParameter({ environment }: Place): string {
  return `/shop/${environment}/feature-flags`;
}

/** Where the shop's Fargate tasks live. */
export function shopNetwork(environment: string): NetworkConfiguration {
  const subnets = ['0a1', '0b2', '0c3'].map((start) => `subnet-${start}${environment.length}d4e5f60718293`);
  return {
    awsvpcConfiguration: {
      subnets,
      securityGroups: [`sg-0${environment.length}9f8e7d6c5b4a392`],
      assignPublicIp: 'DISABLED',
    },
  };
}

/** What the shop's pipeline would register for a version of an application; later versions ask for a little more. */
export function shopDefinition(app: ShopApp, version: number, place: Place): RegisterTaskDefinitionRequest {
  const tag = app.tags[version] ?? '';
  const role = (name: string): string => `arn:aws:iam::${place.accountId}:role/${name}`;
  const family = `${app.name}-${place.environment}`;
  const containers = [mainContainer(app, tag, version, place, family)];
  if (app.sidecar && version > 0) containers.push(sidecar(place, family));
  return {
    family,
    containerDefinitions: containers,
    executionRoleArn: role(shopRole.execution),
    taskRoleArn: role(taskRoleName(app, place)),
    cpu: app.cpu,
    memory: app.memory,
    ...(app.ec2
      ? { networkMode: 'bridge', requiresCompatibilities: ['EC2'] }
      : {
          networkMode: 'awsvpc',
          requiresCompatibilities: ['FARGATE'],
          runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
        }),
    tags: [
      { key: 'team', value: 'shop' },
      { key: 'environment', value: place.environment },
    ],
  };
}

function mainContainer(app: ShopApp, tag: string, version: number, place: Place, family: string): ContainerDefinition {
  const variables = { ...app.environment, LOG_LEVEL: version === 0 ? 'debug' : 'info', SHOP_ENV: place.environment };
  const environment: KeyValuePair[] = Object.entries(variables).map(([name, value]) => ({ name, value }));
  return {
    name: app.name,
    image: shopImage(app.name, tag, place),
    essential: true,
    ...(app.ec2 ? { memoryReservation: 256 } : {}),
    ...(app.port
      ? { portMappings: [{ name: 'http', containerPort: app.port, protocol: 'tcp', appProtocol: 'http' }] }
      : {}),
    environment,
    ...(app.secrets
      ? { secrets: app.secrets.map((name) => ({ name, valueFrom: `${shopSecret(app, place)}:${name}::` })) }
      : {}),
    ...(app.healthCheck
      ? {
          healthCheck: {
            command: ['CMD-SHELL', `curl -fs http://127.0.0.1:${app.port}/healthz || exit 1`],
            interval: 15,
          },
        }
      : {}),
    logConfiguration: awslogs(place, family),
    ...(version > 1 ? { stopTimeout: 60, readonlyRootFilesystem: true } : {}),
  };
}

function sidecar(place: Place, family: string): ContainerDefinition {
  return {
    name: 'otel-collector',
    image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.2',
    essential: false,
    memoryReservation: 128,
    command: ['--config=/etc/ecs/ecs-default-config.yaml'],
    logConfiguration: awslogs(place, family),
  };
}

function awslogs(place: Place, family: string): ContainerDefinition['logConfiguration'] {
  return {
    logDriver: 'awslogs',
    options: { 'awslogs-group': `/ecs/${family}`, 'awslogs-region': place.region, 'awslogs-stream-prefix': 'ecs' },
  };
}
