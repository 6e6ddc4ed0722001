import type { Account } from '../account.ts';
import type { ClusterState } from '../ecs/clusterState.ts';
import type { SimulatedAccount } from '../simulatedAccount.ts';
import { backfillLogs } from './backfillLogs.ts';
import { furnishAccount, furnishEnvironment } from './furnishShop.ts';
import { placeService, type PlacedService } from './placeService.ts';
import { shopApps, shopDefinition, shopNetwork, shopRole, type Place } from './shopApps.ts';
import { placeShopTroubles } from './shopTroubles.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The Regions of the shop: everything in Ireland, a second account's production in Virginia too. */
export const SHOP_REGION = 'eu-west-1';
export const SHOP_US_REGION = 'us-east-1';
/** The second account, with production alone. */
export const SHOP_PROD_ACCOUNT = '210987654321';

type ShopService = {
  app: string;
  count: number;
  balanced?: boolean;
  launch?: 'FARGATE' | 'EC2' | 'SPOT';
  ageDays: number;
};

const SERVICES: Record<string, ShopService[]> = {
  dev: [
    { app: 'storefront', count: 1, balanced: true, ageDays: 210 },
    { app: 'checkout', count: 1, balanced: true, ageDays: 208 },
    { app: 'search-api', count: 1, launch: 'EC2', ageDays: 120 },
    { app: 'notifications', count: 0, ageDays: 95 },
  ],
  staging: [
    { app: 'storefront', count: 2, balanced: true, ageDays: 205 },
    { app: 'checkout', count: 2, balanced: true, ageDays: 205 },
    { app: 'payments-worker', count: 1, ageDays: 190 },
    { app: 'search-api', count: 2, launch: 'EC2', ageDays: 118 },
  ],
  prod: [
    { app: 'storefront', count: 4, balanced: true, ageDays: 199 },
    { app: 'checkout', count: 3, balanced: true, ageDays: 199 },
    { app: 'payments-worker', count: 2, ageDays: 188 },
    { app: 'search-api', count: 3, launch: 'EC2', ageDays: 117 },
    { app: 'inventory', count: 2, launch: 'EC2', ageDays: 301 },
    { app: 'notifications', count: 1, launch: 'SPOT', ageDays: 90 },
    { app: 'media-resizer', count: 2, launch: 'SPOT', ageDays: 61 },
  ],
};

/** Fills the first account with the shop (three clusters), and adds a second one with its American production. */
export function seedShop(simulation: SimulatedAccount): void {
  const { account } = simulation;
  furnishAccount(account);
  for (const environment of ['dev', 'staging', 'prod']) seedEnvironment(account, environment, SHOP_REGION);
  placeShopTroubles(account.region(SHOP_REGION).ecs);
  const prod = simulation.world.addAccount({
    id: SHOP_PROD_ACCOUNT,
    alias: 'shop-prod',
    credential: { principal: 'ShopOperator/alex' },
  });
  furnishAccount(prod);
  seedEnvironment(prod, 'prod', SHOP_US_REGION);
}

function seedEnvironment(account: Account, environment: string, region: string): void {
  const { ecs, logs } = account.region(region);
  const place: Place = { environment, accountId: account.id, region };
  furnishEnvironment(account.region(region), place);
  const cluster = ecs.addCluster(`shop-${environment}-cluster`);
  cluster.tags = [{ key: 'environment', value: environment }];
  cluster.capacityProviders = ['FARGATE', 'FARGATE_SPOT'];
  for (const app of shopApps) {
    const group = logs.openGroup(`/ecs/${app.name}-${environment}`);
    group.retentionInDays = environment === 'prod' ? 90 : 14;
    app.tags.forEach((_, version) => {
      const age = (app.tags.length - version) * 16 * DAY + 3 * HOUR;
      ecs.taskDefinitions.register(shopDefinition(app, version, place), {
        registeredAt: new Date(ecs.clock.now() - age),
        registeredBy: `arn:aws:sts::${account.id}:assumed-role/${shopRole.pipeline}/deploy`,
      });
    });
  }
  addHosts(cluster, environment);
  for (const service of SERVICES[environment] ?? []) addService(cluster, service, place);
}

function addHosts(cluster: ClusterState, environment: string): void {
  const { ecs } = cluster;
  const name = `shop-${environment}-ec2`;
  const asg = `arn:aws:autoscaling:${ecs.region.name}:${ecs.region.account.id}:autoScalingGroup:${ecs.random.uuid()}:autoScalingGroupName/${name}`;
  ecs.capacityProviders.set(name, {
    capacityProviderArn: ecs.arn(`capacity-provider/${name}`),
    name,
    status: 'ACTIVE',
    autoScalingGroupProvider: {
      autoScalingGroupArn: asg,
      managedScaling: {
        status: 'ENABLED',
        targetCapacity: 90,
        minimumScalingStepSize: 1,
        maximumScalingStepSize: 10,
        instanceWarmupPeriod: 300,
      },
      managedTerminationProtection: 'DISABLED',
      managedDraining: 'ENABLED',
    },
    tags: [],
  });
  cluster.capacityProviders.push(name);
  const hosts = environment === 'prod' ? 3 : environment === 'staging' ? 2 : 1;
  for (let index = 0; index < hosts; index++) {
    cluster.addInstance({
      cpu: 2048,
      memory: 3768,
      instanceType: 't3.medium',
      availabilityZone: `${ecs.region.name}${'abc'[index % 3]}`,
      capacityProviderName: name,
      registeredAt: new Date(ecs.clock.now() - (12 + index) * DAY),
    });
  }
}

function addService(cluster: ClusterState, service: ShopService, place: Place): void {
  const app = shopApps.find((each) => each.name === service.app);
  if (!app) throw new Error(`The shop has no ${service.app}.`);
  const { ecs } = cluster;
  const family = `${app.name}-${place.environment}`;
  // Production lags one revision behind.
  const last = place.environment === 'prod' && app.tags.length > 2 ? app.tags.length - 1 : app.tags.length;
  const deployed = Array.from({ length: last }, (_, index) => ({
    taskDefinition: `${family}:${index + 1}`,
    age: (last - index) * 15 * DAY - 5 * DAY + index * HOUR,
  }));
  const group = ecs.region.arn('elasticloadbalancing', `targetgroup/${family}/${ecs.random.hex(16)}`);
  const placed = placeService(cluster, {
    serviceName: app.name,
    deployed,
    age: service.ageDays * DAY,
    desiredCount: service.count,
    createdBy: `arn:aws:sts::${place.accountId}:assumed-role/${shopRole.pipeline}/deploy`,
    enableExecuteCommand: place.environment !== 'prod',
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    ...(service.balanced
      ? {
          loadBalancers: [{ targetGroupArn: group, containerName: app.name, containerPort: app.port }],
          healthCheckGracePeriodSeconds: 60,
        }
      : {}),
    ...capacity(service, place.environment),
    tags: [{ key: 'team', value: 'shop' }],
  });
  for (const task of placed.tasks) backfillLogs(task, 2 * HOUR);
}

function capacity(service: ShopService, environment: string): Partial<PlacedService> {
  if (service.launch === 'EC2') {
    return { capacityProviderStrategy: [{ capacityProvider: `shop-${environment}-ec2`, weight: 1, base: 0 }] };
  }
  const networkConfiguration = shopNetwork(environment);
  if (service.launch !== 'SPOT') return { launchType: 'FARGATE', networkConfiguration };
  return { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }], networkConfiguration };
}
