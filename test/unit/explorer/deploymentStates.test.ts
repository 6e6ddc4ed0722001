import type { Deployment, DeploymentConfiguration, Service } from '@aws-sdk/client-ecs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeDeployment, type Rollout } from '../../../src/ecs/deployment/rollout.ts';
import { serviceStatus } from '../../../src/ecs/service/serviceStatus.ts';
import type { NodePlace } from '../../../src/ui/explorer/nodes/node.ts';
import { ServiceNode } from '../../../src/ui/explorer/nodes/serviceNode.ts';

const now = Date.UTC(2026, 4, 1, 12);
const began = { older: now - 900_000, own: now - 600_000, newer: now - 300_000 };

/** Where a row is made; no request is sent for what is looked at here. */
const place = {
  context: { now: () => now, stopped: { has: () => false }, options: { isFavourite: () => false } },
  connection: { clockOffset: 0, spec: { id: 'dev' } },
} as unknown as NodePlace;

const configurations: DeploymentConfiguration[] = [
  {},
  { deploymentCircuitBreaker: { enable: true, rollback: false } },
  { deploymentCircuitBreaker: { enable: true, rollback: true } },
  { alarms: { alarmNames: ['5xx'], enable: true, rollback: true } },
];

const primaries: Deployment[] = (['IN_PROGRESS', 'COMPLETED', 'FAILED', undefined] as const).flatMap((rolloutState) =>
  ['ECS deployment in progress.', 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.'].flatMap(
    (rolloutStateReason) =>
      [undefined, now - 5000, now + 5000, now - 240_000].map((updated) => ({
        id: 'ecs-svc/2',
        status: 'PRIMARY',
        taskDefinition: 'web:8',
        rolloutState,
        rolloutStateReason,
        runningCount: 1,
        createdAt: new Date(began.own),
        ...(updated === undefined ? {} : { updatedAt: new Date(updated) }),
      })),
  ),
);

const formers = (id: string): Deployment[] =>
  (['IN_PROGRESS', 'COMPLETED', 'FAILED'] as const).flatMap((rolloutState) =>
    [undefined, began.older, began.newer].map((createdAt) => ({
      id,
      status: 'ACTIVE',
      taskDefinition: 'web:7',
      rolloutState,
      ...(createdAt === undefined ? {} : { createdAt: new Date(createdAt) }),
    })),
  );

/** Every service that the parts above make up: one that deploys, alone or beside one or two others. */
function* services(): Generator<Service> {
  const others = [
    [],
    ...formers('ecs-svc/1').map((one) => [one]),
    ...formers('ecs-svc/1').flatMap((one) => formers('ecs-svc/0').map((other) => [one, other])),
  ];
  for (const deploymentConfiguration of configurations)
    for (const primary of primaries)
      for (const former of others)
        yield {
          serviceName: 'web',
          serviceArn: 'arn:aws:ecs:eu-west-3:111122223333:service/shop/web',
          clusterArn: 'arn:aws:ecs:eu-west-3:111122223333:cluster/shop',
          status: 'ACTIVE',
          desiredCount: 2,
          runningCount: 2,
          deploymentConfiguration,
          deployments: [primary, ...former],
        };
}

/** The row's words for what the view of the same deployment says. */
function wordsOf(rollout: Rollout): readonly string[] {
  switch (rollout.state) {
    case 'inProgress':
      return ['in progress', 'rolling back'];
    case 'completed':
      return ['completed'];
    case 'failed':
      return ['failed'];
    case 'rolledBack':
      return [rollout.done ? 'rolled back' : 'being rolled back'];
    case 'replaced':
      return ['being replaced'];
    case 'serviceGone':
      return [];
  }
}

const view = (service: Service, { id = '', createdAt }: Deployment): Rollout =>
  judgeDeployment({ service }, { id, createdAt, missed: 0 }, now);

test('the tree and the view of a deployment say the same of it', () => {
  const seen = new Set<string>();
  for (const service of services()) {
    const rows = new ServiceNode(place, service).rows().filter(({ kind }) => kind === 'deployment');
    for (const deployment of service.deployments ?? []) {
      const row = rows.find(({ id }) => id.endsWith(` ${deployment.id}`));
      if (!row) continue;
      const said = row.item().description?.split(' · ')[0] ?? '';
      const rollout = view(service, deployment);
      assert.ok(wordsOf(rollout).includes(said), `${said}, ${rollout.state}: ${JSON.stringify(service.deployments)}`);
      seen.add(said);
    }
  }
  assert.equal(seen.size, 7, [...seen].join());
});

test('a service fails, or goes back, exactly when its deployments do', () => {
  const seen = new Set<string>();
  for (const service of services()) {
    const { health } = serviceStatus(service, now);
    const [primary, ...others] = (service.deployments ?? []).map((one) => view(service, one).state);
    const goesBack = [primary, ...others].includes('rolledBack');
    const about = JSON.stringify(service.deployments);
    assert.equal(health === 'failed', primary === 'failed', about);
    if (goesBack) assert.equal(health, 'rollingBack', about);
    if (health === 'rollingBack' && !goesBack)
      assert.match(service.deployments?.[0]?.rolloutStateReason ?? '', /rolling back/, about);
    seen.add(health);
  }
  assert.deepEqual(seen, new Set(['deploying', 'rollingBack', 'failed', 'steady']));
});

test('a deployment that a circuit breaker is about to roll back is not called failed by anybody', () => {
  const failing: Service = {
    serviceName: 'web',
    status: 'ACTIVE',
    desiredCount: 2,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    deployments: [
      { id: 'ecs-svc/2', status: 'PRIMARY', rolloutState: 'FAILED', updatedAt: new Date(now - 3000) },
      { id: 'ecs-svc/1', status: 'ACTIVE', rolloutState: 'COMPLETED' },
    ],
  };
  assert.equal(view(failing, { id: 'ecs-svc/2' }).state, 'rolledBack');
  assert.equal(serviceStatus(failing, now).health, 'rollingBack');
  assert.equal(serviceStatus(failing, now + 60_000).health, 'failed', 'nothing came of it');
});
