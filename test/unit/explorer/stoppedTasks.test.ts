import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Task } from '@aws-sdk/client-ecs';
import { StoppedTasks } from '../../../src/ui/explorer/nodes/stoppedTasks.ts';
import { memory } from '../../support/openTree.ts';

const stopped = (index: number): Task => ({
  taskArn: `arn:aws:ecs:eu-west-3:111122223333:task/shop/${index}`,
  clusterArn: 'shop',
  group: 'service:web',
  lastStatus: 'STOPPED',
  desiredStatus: 'STOPPED',
  stoppedReason: 'Essential container in task exited',
  stoppedAt: new Date(Date.now() - index * 1000),
});

const isWeb = (group: string): boolean => group === 'service:web';

describe('the memory of stopped tasks', () => {
  it('lasts beyond the window, is bounded, and can be cleared', () => {
    const storage = memory();
    new StoppedTasks(storage).add(
      'dev',
      Array.from({ length: 400 }, (_, index) => stopped(index)),
    );
    const later = new StoppedTasks(storage);
    const kept = later.of('dev', 'shop', isWeb);
    assert.equal(kept.length, 300);
    assert.equal(kept[0]?.taskArn, stopped(0).taskArn);
    assert.ok(kept[0]?.stoppedAt instanceof Date);
    assert.deepEqual(later.of('prod', 'shop', isWeb), []);
    later.clear('dev');
    assert.deepEqual(new StoppedTasks(storage).of('dev', 'shop', isWeb), []);
  });

  it('keeps what another window has seen meanwhile', () => {
    const storage = memory();
    const windows = [new StoppedTasks(storage), new StoppedTasks(storage)] as const;
    for (const one of windows) assert.deepEqual(one.of('dev', 'shop', isWeb), []);
    windows[0].add('dev', [stopped(1)]);
    windows[1].add('dev', [stopped(2)]);
    assert.equal(new StoppedTasks(storage).of('dev', 'shop', isWeb).length, 2);
  });

  it('takes no task that runs, and keeps nothing of its environment', () => {
    const storage = memory();
    const tasks = new StoppedTasks(storage);
    tasks.add('dev', [{ ...stopped(1), lastStatus: 'RUNNING', desiredStatus: 'RUNNING' }]);
    assert.deepEqual(tasks.of('dev', 'shop', isWeb), []);
    const overrides = { containerOverrides: [{ environment: [{ name: 'TOKEN', value: 'hidden' }] }] };
    tasks.add('dev', [{ ...stopped(1), overrides }]);
    assert.ok(!JSON.stringify(storage.get('stoppedTasks dev')).includes('hidden'));
  });
});
