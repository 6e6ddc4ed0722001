import type { ClusterState } from '../ecs/clusterState.ts';
import type { SimulatedAccount } from '../simulatedAccount.ts';
import { placeService } from './placeService.ts';

export interface BulkOptions {
  clusters?: number;
  /** In each cluster. */
  services?: number;
  /** In each service. */
  tasks?: number;
  region?: string;
  accountId?: string;
  /** Names are `<prefix>-<number>`, five digits. */
  prefix?: string;
  /** Whether containers have a log group and write to it; silent unless given. */
  logs?: boolean;
}

const DAY = 86_400_000;

/** Fills an account with many of everything, quickly and all well. Gives the clusters it made. */
export function seedBulk(simulation: SimulatedAccount, options: BulkOptions = {}): ClusterState[] {
  const { clusters = 1, services = 100, tasks = 1, region = 'eu-west-1', prefix = 'bulk' } = options;
  const account = options.accountId ? simulation.accountById(options.accountId) : simulation.account;
  const { ecs, logs } = account.region(region);
  const image = `public.ecr.aws/${prefix}/app:1`;
  if (!options.logs) account.images.add(image, { log: false });
  const group = `/ecs/${prefix}`;
  if (options.logs) logs.openGroup(group);
  const definition = ecs.taskDefinitions.register(
    {
      family: prefix,
      networkMode: 'awsvpc',
      cpu: '256',
      memory: '512',
      requiresCompatibilities: ['FARGATE'],
      executionRoleArn: `arn:aws:iam::${account.id}:role/${prefix}`,
      containerDefinitions: [{ name: 'app', image, ...(options.logs ? logConfiguration(group, region) : {}) }],
    },
    { registeredAt: ecs.clock.date(), registeredBy: account.credential.arn },
  );
  return Array.from({ length: clusters }, (_, index) => {
    const cluster = ecs.addCluster(`${prefix}-${number(index)}`);
    for (let each = 0; each < services; each++) {
      placeService(cluster, {
        serviceName: `${prefix}-service-${number(each)}`,
        deployed: [{ taskDefinition: `${prefix}:${definition.data.revision}`, age: DAY }],
        age: 30 * DAY,
        desiredCount: tasks,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60718'] } },
      });
    }
    return cluster;
  });
}

function logConfiguration(group: string, region: string): object {
  const options = { 'awslogs-group': group, 'awslogs-region': region, 'awslogs-stream-prefix': 'app' };
  return { logConfiguration: { logDriver: 'awslogs', options } };
}

function number(index: number): string {
  return String(index + 1).padStart(5, '0');
}
