import '../../support/useVscodeStandIn.ts';
import type { Task } from '@aws-sdk/client-ecs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnoseStop, exitText, stopHeadline, stopText } from '../../../src/ecs/diagnosis/stopDiagnosis.ts';
import type { NodePlace } from '../../../src/ui/explorer/nodes/node.ts';
import { TaskNode } from '../../../src/ui/explorer/nodes/taskNode.ts';

const { markerText } = await import('../../../src/ui/logs/markerText.ts');

const place = {
  context: { now: () => 0, addresses: { get: () => undefined } },
  connection: { spec: { id: 'dev' } },
} as unknown as NodePlace;

const stopped = (more: Partial<Task>): Task => ({
  taskArn: 'arn:aws:ecs:eu-west-3:111122223333:task/shop/0123456789abcdef0123456789abcdef',
  taskDefinitionArn: 'arn:aws:ecs:eu-west-3:111122223333:task-definition/web:7',
  lastStatus: 'STOPPED',
  desiredStatus: 'STOPPED',
  ...more,
});

const wrongArchitecture = stopped({
  stopCode: 'TaskFailedToStart',
  stoppedReason:
    'CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform ‘linux/amd64’',
});
const outOfMemory = stopped({
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'web', exitCode: 137, reason: 'OutOfMemoryError: killed due to memory usage' }],
});
const crashed = stopped({
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [
    { name: 'web', exitCode: 3 },
    { name: 'proxy', exitCode: 0 },
  ],
});

for (const [about, task, advice] of [
  ['an image of another architecture', wrongArchitecture, /CPU architecture/],
  ['a lack of memory', outOfMemory, /more memory than its limit/],
  ['a crash', crashed, /last log lines/],
] as const) {
  test(`${about} is explained in the tooltip of its task, in the logs and in a deployment alike`, () => {
    const tooltip = new TaskNode(place, task).tooltip();
    const said = diagnoseStop(task).explanation ?? '';
    assert.match(said, advice);
    assert.ok(tooltip.includes(said), tooltip.join('\n'));
    for (const kind of ['stopping', 'stopped'] as const)
      assert.ok(markerText({ kind, task })?.endsWith(` · ${said}`), markerText({ kind, task }));
    const whole = [new TaskNode(place, task).item().label, ...tooltip].join('\n');
    for (const words of stopText(task)) assert.equal(whole.split(words).length, 2, `${words} is said once`);
  });
}

test('a row says the cause in a few words, and all codes are told where a task was waited for', () => {
  assert.equal(stopHeadline(crashed), 'web exited with 3');
  assert.equal(new TaskNode(place, crashed).item().label, stopHeadline(crashed));
  assert.equal(exitText(crashed), 'web exited with 3, proxy exited with 0');
});

test('a task that was told to stop is not said to have ended by itself', () => {
  const scaledIn = stopped({
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
    containers: [{ name: 'web', exitCode: 143 }],
  });
  assert.deepEqual(stopText(scaledIn), [scaledIn.stoppedReason, 'web exited with 143']);
});

test('a running task of which a container has ended has no advice yet', () => {
  const running = stopped({
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    containers: [{ name: 'migrate', exitCode: 1 }],
  });
  assert.deepEqual(stopText(running), ['migrate exited with 1']);
});
