import type { Task } from '@aws-sdk/client-ecs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnoseStop } from '../../../src/ecs/diagnosis/stopDiagnosis.ts';

const failedToStart = (stoppedReason: string): Task => ({ stopCode: 'TaskFailedToStart', stoppedReason });

/** ECS's words, and what the advice has to speak of. */
const cases: readonly (readonly [Task, RegExp])[] = [
  [
    failedToStart(
      'CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref docker.io/library/web:9: not found',
    ),
    /no such image tag/,
  ],
  [
    failedToStart(
      "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
    ),
    /architecture/,
  ],
  [
    failedToStart(
      'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR.',
    ),
    /cannot reach/,
  ],
  [
    failedToStart(
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
    ),
    /log group/,
  ],
  [
    {
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ name: 'web', exitCode: 137, reason: 'OutOfMemoryError: container killed due to memory usage' }],
    },
    /memory/,
  ],
  [
    {
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ name: 'web', exitCode: 137 }],
    },
    /killed/,
  ],
  [
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:x:targetgroup/web/1)',
    },
    /load balancer/,
  ],
  [
    failedToStart('CannotPullImageManifestError: The task can’t pull the image. Check whether the image exists.'),
    /tag/,
  ],
  [
    failedToStart(
      'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReaderSeeker: failed open: unexpected status code https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com: 403 Forbidden',
    ),
    /S3/,
  ],
  [
    failedToStart(
      'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch.',
    ),
    /cannot reach/,
  ],
  [
    failedToStart(
      "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: Connection timed out'",
    ),
    /mount targets/,
  ],
  [
    failedToStart('ResourceInitializationError: failed to download env files: api error Forbidden: Forbidden'),
    /bucket/,
  ],
  [failedToStart('Timeout waiting for network interface provisioning to complete.'), /start it again/],
  [failedToStart('Unexpected EC2 error while attempting to Create Network Interface in subnet subnet-1'), /addresses/],
  [failedToStart('MemberOf placement constraint unsatisfied'), /placement/],
  [failedToStart('TaskFailedToStart: NO ACTIVE INSTANCES'), /no container instance/],
  [failedToStart('Task failed to start'), /depends on/],
  [{ stopCode: 'TerminationNotice', stoppedReason: 'Host EC2 (instance i-1) terminated.' }, /went away/],
];

for (const [task, advice] of cases) {
  test(`“${(task.stoppedReason ?? '').slice(0, 70)}” is explained`, () => {
    const found = diagnoseStop(task);
    assert.match(found.advice ?? '', advice);
    assert.ok(found.reason.includes(task.stoppedReason ?? '-'));
  });
}

test('137 alone is not called a lack of memory', () => {
  const task: Task = {
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'a', exitCode: 137 }],
  };
  assert.doesNotMatch(diagnoseStop(task).advice ?? '', /memory/);
});
