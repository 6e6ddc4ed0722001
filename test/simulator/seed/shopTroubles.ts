import type { EcsState } from '../ecs/ecsState.ts';
import { createTask } from '../ecs/scheduler/createTask.ts';
import { beginDeployment } from '../ecs/scheduler/deployments.ts';
import { eventTexts } from '../ecs/scheduler/events.ts';
import { failureThreshold } from '../ecs/scheduler/circuitBreaker.ts';
import type { ServiceState } from '../ecs/serviceState.ts';
import type { Revision } from '../ecs/taskDefinitions/taskDefinitionStore.ts';
import { backfillLogs } from './backfillLogs.ts';
import { pastEvent, placeService } from './placeService.ts';
import { placeStoppedTask, type StoppedTask } from './placeStoppedTask.ts';
import { shopApps, shopDefinition, shopImage, shopNetwork } from './shopApps.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What goes wrong in the shop: a deployment that fails, a service that crashes, tasks that died, and a task of its own. */
export function placeShopTroubles(ecs: EcsState): void {
  failingDeployment(ecs);
  crashingService(ecs);
  deadTasks(ecs);
  standaloneTask(ecs);
}

function serviceOf(ecs: EcsState, environment: string, name: string): ServiceState {
  const service = ecs.clusters.get(`shop-${environment}-cluster`)?.services.get(name);
  if (!service) throw new Error(`The shop has no ${name} in ${environment}.`);
  return service;
}

/** Staging's checkout is being rolled out with a tag that nobody pushed; the circuit breaker is on. */
function failingDeployment(ecs: EcsState): void {
  const service = serviceOf(ecs, 'staging', 'checkout');
  const started = ecs.clock.now() - 6 * MINUTE;
  const { revision, image } = registerBrokenCheckout(ecs, started - MINUTE);
  // A threshold that leaves time to watch it.
  service.settings.deploymentConfiguration.deploymentCircuitBreaker = {
    enable: true,
    rollback: true,
    thresholdConfiguration: { type: 'COUNT', value: 8 },
  };
  const spec = { ...service.spec, taskDefinition: revision.data.taskDefinitionArn };
  const deployment = beginDeployment(service, spec, new Date(started));
  deployment.failedTasks = 2;
  Object.assign(deployment.record, { status: 'IN_PROGRESS', startedAt: new Date(started + 1300) });
  const threshold = failureThreshold(service.settings.deploymentConfiguration, service.desiredCount);
  Object.assign(deployment.record.deploymentCircuitBreaker ?? {}, { threshold, failureCount: 2 });
  const reason = `CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref ${image}: not found`;
  const tasks = [0, 1].map((index) =>
    placeStoppedTask({
      ...taskOf(service),
      definition: revision.data,
      deployment,
      startedBy: deployment.id,
      stoppedAgo: 3 * MINUTE + index * 700,
      stopCode: 'TaskFailedToStart',
      stoppedReason: reason,
    }),
  );
  pastEvent(service, started + 2000, eventTexts.started(tasks));
  pastEvent(service, started + 150_000, eventTexts.notPlaced(reason));
  service.scheduler.changed();
}

function registerBrokenCheckout(ecs: EcsState, at: number): { revision: Revision; image: string } {
  const place = { environment: 'staging', accountId: ecs.region.account.id, region: ecs.region.name };
  const app = shopApps.find((each) => each.name === 'checkout');
  if (!app) throw new Error('The shop has no checkout.');
  const input = shopDefinition(app, app.tags.length - 1, place);
  const image = shopImage('checkout', '4.0.0-rc1', place);
  const [main] = input.containerDefinitions ?? [];
  if (main) main.image = image;
  const registeredBy = `arn:aws:sts::${place.accountId}:assumed-role/shop-pipeline/deploy`;
  return { revision: ecs.taskDefinitions.register(input, { registeredAt: new Date(at), registeredBy }), image };
}

/** Dev's recommendations has never come up: it crashes, is started again, and nothing stops that, for it has no circuit breaker. */
function crashingService(ecs: EcsState): void {
  const cluster = ecs.clusters.get('shop-dev-cluster');
  if (!cluster) return;
  const service = placeService(cluster, {
    serviceName: 'recommendations',
    deployed: [{ taskDefinition: 'recommendations-dev:1', age: 2 * HOUR }],
    age: 2 * HOUR,
    desiredCount: 0,
    launchType: 'FARGATE',
    networkConfiguration: shopNetwork('dev'),
    tags: [{ key: 'team', value: 'data' }],
  });
  service.desiredCount = 1;
  const revision = ecs.taskDefinitions.find('recommendations-dev:2');
  if (!revision) return;
  const deployment = beginDeployment(
    service,
    { ...service.spec, taskDefinition: revision.data.taskDefinitionArn },
    new Date(ecs.clock.now() - 25 * MINUTE),
  );
  deployment.record.status = 'IN_PROGRESS';
  deployment.failedTasks = 9;
  for (let index = 4; index > 0; index--) {
    const task = placeStoppedTask({
      ...taskOf(service),
      definition: revision.data,
      deployment,
      startedBy: deployment.id,
      stoppedAgo: index * 3 * MINUTE,
      lived: 6000,
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      exitCode: 1,
    });
    backfillLogs(task, HOUR);
    pastEvent(service, (task.data.createdAt?.getTime() ?? 0) + 10, eventTexts.started([task]));
  }
  service.scheduler.changed();
}

/** A task that ran out of memory in production, and one that a person stopped. */
function deadTasks(ecs: EcsState): void {
  const worker = serviceOf(ecs, 'prod', 'payments-worker');
  const killed = placeStoppedTask({
    ...taskOf(worker),
    stoppedAgo: 26 * MINUTE,
    lived: 5 * HOUR,
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    exitCode: 137,
    containerReason: 'OutOfMemoryError: container killed due to memory usage',
  });
  backfillLogs(killed, HOUR);
  const storefront = serviceOf(ecs, 'dev', 'storefront');
  placeStoppedTask({
    ...taskOf(storefront),
    stoppedAgo: 41 * MINUTE,
    lived: 3 * DAY,
    stopCode: 'UserInitiated',
    stoppedReason: 'Testing failover',
    exitCode: 0,
  });
}

/** A report that somebody started by hand. */
function standaloneTask(ecs: EcsState): void {
  const cluster = ecs.clusters.get('shop-dev-cluster');
  const definition = ecs.taskDefinitions.find('nightly-report-dev')?.data;
  if (!cluster || !definition) return;
  const task = createTask({
    cluster,
    definition,
    launchType: 'FARGATE',
    networkConfiguration: shopNetwork('dev'),
    group: 'family:nightly-report-dev',
    startedBy: 'alex',
  });
  task.life.resume(new Date(ecs.clock.now() - 17 * MINUTE));
  backfillLogs(task, HOUR);
}

function taskOf(
  service: ServiceState,
): Pick<
  StoppedTask,
  'cluster' | 'definition' | 'launchType' | 'networkConfiguration' | 'group' | 'startedBy' | 'service' | 'deployment'
> {
  const { cluster, spec } = service;
  const deployment = service.primary;
  const definition = cluster.ecs.taskDefinitions.find(spec.taskDefinition)?.data;
  if (!definition || !deployment) throw new Error(`${service.name} has no deployment.`);
  return {
    cluster,
    definition,
    launchType: 'FARGATE',
    networkConfiguration: spec.networkConfiguration,
    group: `service:${service.name}`,
    startedBy: deployment.id,
    service,
    deployment,
  };
}
