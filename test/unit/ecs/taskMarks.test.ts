import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Service, Task } from '@aws-sdk/client-ecs';
import { countMarks, outdatedTasks } from '../../../src/ecs/task/outdatedTasks.ts';

const service: Service = {
  deployments: [{ id: 'ecs-svc/2', status: 'PRIMARY', taskDefinition: 'arn:td/web:2' }],
  taskDefinition: 'arn:td/web:2',
};

const task = (taskArn: string, revision: number, startedBy: string, imageDigest?: string): Task => ({
  taskArn,
  taskDefinitionArn: `arn:td/web:${revision}`,
  startedBy,
  desiredStatus: 'RUNNING',
  containers: [{ name: 'app', imageDigest }],
  createdAt: new Date(0),
});

describe('tasks that are not as their service', () => {
  it('have another revision, or another image of the same tag than the newest deployment', () => {
    const tasks = [
      task('current', 2, 'ecs-svc/2', 'sha256:b'),
      task('pushed again', 2, 'ecs-svc/1', 'sha256:a'),
      task('old', 1, 'ecs-svc/1', 'sha256:a'),
      task('starting', 2, 'ecs-svc/2'),
    ];
    assert.deepEqual(Object.fromEntries(outdatedTasks(service, tasks)), { 'pushed again': 'image', old: 'revision' });
    assert.deepEqual(countMarks(tasks, outdatedTasks(service, tasks)), { unhealthy: 0, outdated: 2 });
  });

  it('are counted as unhealthy only while they are meant to run', () => {
    const ill = { ...task('ill', 2, 'ecs-svc/2'), healthStatus: 'UNHEALTHY' as const };
    const ending = { ...ill, taskArn: 'ending', desiredStatus: 'STOPPED' };
    assert.deepEqual(countMarks([ill, ending], outdatedTasks(service, [ill, ending])), { unhealthy: 1, outdated: 0 });
  });
});
