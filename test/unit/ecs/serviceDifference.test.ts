import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CreateServiceCommandInput, Service } from '@aws-sdk/client-ecs';
import { serviceDifference } from '../../../src/ecs/service/serviceDifference.ts';

const file: CreateServiceCommandInput = {
  serviceName: 'web',
  taskDefinition: 'web:1',
  desiredCount: 1,
  launchType: 'FARGATE',
  platformVersion: 'LATEST',
  propagateTags: 'NONE',
  schedulingStrategy: 'REPLICA',
  healthCheckGracePeriodSeconds: 0,
  deploymentController: { type: 'ECS' },
  deploymentConfiguration: {
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    deploymentCircuitBreaker: { enable: false, rollback: false },
  },
  loadBalancers: [],
  networkConfiguration: { awsvpcConfiguration: { subnets: ['a', 'b'], assignPublicIp: 'DISABLED' } },
};
const service: Service = {
  serviceName: 'web',
  taskDefinition: 'web:1',
  desiredCount: 1,
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['b', 'a'] } },
};

test('a server that shows no defaults makes no difference', () => {
  assert.deepEqual(serviceDifference(file, service), { changes: [], fixed: [], update: {} });
});

test('what differs from the default is a difference, shown or not', () => {
  const changed = serviceDifference({ ...file, propagateTags: 'SERVICE', platformVersion: '1.3.0' }, service);
  assert.deepEqual(changed.update, { propagateTags: 'SERVICE', platformVersion: '1.3.0' });
  assert.equal(serviceDifference({ ...file, schedulingStrategy: 'DAEMON' }, service).fixed.length, 1);
  const emptied = serviceDifference({ ...file, desiredCount: 0 }, service);
  assert.deepEqual(emptied.update, { desiredCount: 0 });
});
