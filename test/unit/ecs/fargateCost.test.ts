import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthlyTaskCost } from '../../../src/ecs/cost/fargateCost.ts';

const service = { launchType: 'FARGATE' } as const;

test('a task of one vCPU and 2 GB costs what the calculator says', () => {
  const cost = monthlyTaskCost('us-east-1', { cpu: '1024', memory: '2048' }, service) ?? 0;
  assert.equal(cost.toFixed(2), '36.04');
  const arm = { cpu: '1024', memory: '2048', runtimePlatform: { cpuArchitecture: 'ARM64' as const } };
  assert.equal(monthlyTaskCost('us-east-1', arm, service)?.toFixed(2), '28.83');
});

test('nothing is said where the price is not known', () => {
  const task = { cpu: '256', memory: '512' };
  assert.equal(monthlyTaskCost('mars-north-1', task, service), undefined);
  assert.equal(monthlyTaskCost('us-east-1', task, { launchType: 'EC2' }), undefined);
  assert.equal(monthlyTaskCost('us-east-1', {}, service), undefined);
  const spot = { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] };
  assert.equal(monthlyTaskCost('us-east-1', task, spot), undefined);
});
