import type { Task } from '@aws-sdk/client-ecs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { taskPhase, type TaskPhase, taskStage } from '../../../src/ecs/task/taskStatus.ts';
import { TaskWatcher } from '../../../src/logs/sources/taskWatcher.ts';

const clusterArn = 'arn:aws:ecs:eu-west-3:111122223333:cluster/shop';
const taskArn = 'arn:aws:ecs:eu-west-3:111122223333:task/shop/0123456789abcdef0123456789abcdef';

/** A task's life, with what a row calls each moment of it. */
const life: readonly (readonly [Task, TaskPhase])[] = [
  [{ lastStatus: 'PROVISIONING', desiredStatus: 'RUNNING' }, 'starting'],
  [{ lastStatus: 'ACTIVATING', desiredStatus: 'RUNNING' }, 'starting'],
  [{ lastStatus: 'RUNNING', desiredStatus: 'RUNNING' }, 'running'],
  [{ lastStatus: 'RUNNING', desiredStatus: 'RUNNING', healthStatus: 'UNHEALTHY' }, 'unhealthy'],
  // Its container has ended by itself: nobody has told it to stop.
  [{ lastStatus: 'DEACTIVATING', desiredStatus: 'RUNNING' }, 'stopping'],
  [{ lastStatus: 'DEPROVISIONING', desiredStatus: 'STOPPED' }, 'stopping'],
  [{ lastStatus: 'STOPPED', desiredStatus: 'STOPPED' }, 'stopped'],
  [{ lastStatus: 'STOPPED', desiredStatus: 'STOPPED', containers: [{ name: 'web', exitCode: 3 }] }, 'failed'],
];

test('a row says at each moment of a task’s life what it is', () => {
  for (const [task, phase] of life) assert.equal(taskPhase(task), phase, JSON.stringify(task));
});

test('the logs tell the same moments, each once', async () => {
  let now: Task = {};
  const read = (): Promise<object> => Promise.resolve({ tasks: [{ ...now, taskArn, clusterArn }] });
  const connection = { region: 'eu-west-3', read } as unknown as Connection;
  const watcher = new TaskWatcher(connection, { kind: 'task', clusterArn, taskArn });
  const { signal } = new AbortController();
  const told: string[] = [];
  for (const [index, [task]] of life.entries()) {
    now = task;
    const changes = await (index === 0 ? watcher.load(signal) : watcher.refresh(signal));
    told.push(...changes.map(({ kind }) => kind));
    assert.equal(watcher.over, taskStage(task) === 'stopped');
  }
  assert.deepEqual(told, ['started', 'stopping', 'stopped']);
});

test('what ECS ended after the container that decides did not fail', () => {
  const ended = (...codes: number[]): Task => ({
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    containers: codes.map((exitCode, index) => ({ name: String(index), exitCode })),
  });
  assert.deepEqual([ended(0, 137), ended(0, 143, 137), ended(0)].map(taskPhase), ['stopped', 'stopped', 'stopped']);
  assert.deepEqual([ended(1, 143), ended(0, 2), ended(137), ended(137, 137)].map(taskPhase), [
    'failed',
    'failed',
    'failed',
    'failed',
  ]);
});
