import type { Deployment, Service, ServiceDeployment, Task } from '@aws-sdk/client-ecs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../../src/ecs/diagnosis/diagnose.ts';
import type { Facts } from '../../../src/ecs/diagnosis/facts.ts';

const now = 1_800_000_000_000;
const ago = (seconds: number): Date => new Date(now - seconds * 1000);

function service(more: Partial<Service> = {}, ...events: string[]): Service {
  return {
    serviceName: 'orders',
    status: 'ACTIVE',
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    createdAt: ago(90_000),
    deployments: [deployment()],
    events: events.map((message, index) => ({ id: String(index), createdAt: ago(60 * (index + 1)), message })),
    ...more,
  };
}

function deployment(more: Partial<Deployment> = {}): Deployment {
  return {
    id: 'ecs-svc/2',
    status: 'PRIMARY',
    rolloutState: 'COMPLETED',
    createdAt: ago(9000),
    runningCount: 2,
    desiredCount: 2,
    pendingCount: 0,
    failedTasks: 0,
    ...more,
  };
}

const short = {
  runningCount: 1,
  deployments: [deployment({ rolloutState: 'IN_PROGRESS', runningCount: 1, failedTasks: 3 })],
};
const group = {
  targetGroupArn: 'arn',
  name: 'orders',
  path: '/health',
  matcher: '200',
  port: 'traffic-port',
  isUsed: true,
  targets: [{ id: '10.0.0.7', state: 'healthy' }],
};
const ill = { id: '10.0.0.7', state: 'unhealthy', description: 'Health checks failed with these codes: [503]' };
const record = (more: Partial<ServiceDeployment>): ServiceDeployment => ({ status: 'IN_PROGRESS', ...more });
const imageMissing: Task = {
  lastStatus: 'STOPPED',
  desiredStatus: 'STOPPED',
  stopCode: 'TaskFailedToStart',
  stoppedReason: 'CannotPullContainerError: failed to resolve ref docker.io/acme/orders:12: not found',
};
const steady = '(service orders) has reached a steady state.';

/** What is known of a service, and the cause that it has. */
const services: readonly (readonly [cause: string, about: string, facts: Partial<Facts>])[] = [
  ['all-is-well', 'both tasks run', { service: service() }],
  [
    'all-is-well',
    'trouble is over',
    { service: service({}, steady, '(service orders) (task a) failed container health checks.') },
  ],
  ['scaled-to-zero', 'nothing is wanted', { service: service({ desiredCount: 0, runningCount: 0 }) }],
  ['image-not-found', 'by a task that failed', { service: service(short), task: imageMissing }],
  [
    'no-instances',
    'by an event',
    {
      service: service(
        short,
        '(service orders) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.',
      ),
    },
  ],
  [
    'no-room',
    'by an event',
    {
      service: service(
        short,
        '(service orders) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) has insufficient memory available.',
      ),
    },
  ],
  [
    'no-free-host-port',
    'by an event',
    {
      service: service(
        short,
        '(service orders) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) is already using a port required by your task.',
      ),
    },
  ],
  [
    'capacity-unavailable',
    'by an event',
    {
      service: service(
        short,
        '(service orders) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
      ),
    },
  ],
  [
    'quota-reached',
    'by an event',
    {
      service: service(
        short,
        "(service orders) was unable to place a task. Reason: You've reached the limit on the number of tasks you can run concurrently.",
      ),
    },
  ],
  [
    'role-not-assumable',
    'by an event',
    {
      service: service(
        short,
        "(service orders) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::210987654321:role/orders' that was provided for this task.).",
      ),
    },
  ],
  [
    'deployment-has-no-room',
    'by an event',
    {
      service: service(
        short,
        '(service orders) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
      ),
    },
  ],
  [
    'tasks-protected',
    'by an event',
    {
      service: service(
        short,
        '(service orders) was unable to reach steady state because (taskSet ecs-svc/1) was unable to scale in due to (reason 2 tasks under protection)',
      ),
    },
  ],
  [
    'ecs-throttled',
    'by an event',
    { service: service(short, '(service orders) operations are being throttled. Will try again later.') },
  ],
  [
    'keeps-failing',
    'and no task is known that failed',
    { service: service(short, '(service orders) is unable to consistently start tasks successfully.') },
  ],
  [
    'image-not-found',
    'and one is known',
    {
      service: service(short, '(service orders) is unable to consistently start tasks successfully.'),
      task: imageMissing,
    },
  ],
  ['targets-unhealthy', 'by the load balancer', { service: service(), targets: [{ ...group, targets: [ill] }] }],
  [
    'targets-unhealthy',
    'by an event',
    {
      service: service(
        short,
        '(service orders) (task a) (port 8080) is unhealthy in (target-group arn) due to (reason Health checks failed with these codes: [503]).',
      ),
    },
  ],
  [
    'no-traffic',
    'no listener',
    { service: service({ loadBalancers: [{ targetGroupArn: 'arn' }] }), targets: [{ ...group, isUsed: false }] },
  ],
  [
    'alarm-triggered',
    'by the record',
    { service: service(), record: record({ alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['orders-5xx'] } }) },
  ],
  [
    'waits-for-hook',
    'for an answer',
    {
      service: service(),
      record: record({
        lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT',
        lifecycleHookDetails: [{ hookId: 'h', status: 'AWAITING_ACTION' }],
      }),
    },
  ],
  ['waits-at-stage', 'for its bake time', { service: service(), record: record({ lifecycleStage: 'BAKE_TIME' }) }],
  [
    'deployment-under-way',
    'and none failed',
    {
      service: service({
        runningCount: 1,
        deployments: [deployment({ rolloutState: 'IN_PROGRESS', runningCount: 1 })],
      }),
    },
  ],
  [
    'deployment-failed',
    'long ago',
    {
      service: service({
        runningCount: 0,
        deployments: [deployment({ rolloutState: 'FAILED', updatedAt: ago(9000), rolloutStateReason: 'tasks failed' })],
      }),
    },
  ],
];

for (const [cause, about, facts] of services) {
  test(`a service: ${cause}, ${about}`, () => assertCause({ subject: 'service', now, ...facts }, cause));
}

const task = (lastStatus: string, more: Partial<Task> = {}): Task => ({
  lastStatus,
  desiredStatus: 'RUNNING',
  createdAt: ago(200),
  ...more,
});

const tasks: readonly (readonly [cause: string, task: Task])[] = [
  ['waits-for-capacity', task('PROVISIONING', { capacityProviderName: 'orders-asg' })],
  ['provisioning', task('PROVISIONING', { launchType: 'FARGATE' })],
  ['provisioning', task('PROVISIONING', { capacityProviderName: 'FARGATE_SPOT' })],
  ['pulling-images', task('PENDING', { pullStartedAt: ago(90) })],
  ['containers-start', task('PENDING', { pullStartedAt: ago(90), pullStoppedAt: ago(30) })],
  ['activating', task('ACTIVATING')],
  ['running', task('RUNNING', { healthStatus: 'HEALTHY' })],
  [
    'running-unhealthy',
    task('RUNNING', { healthStatus: 'UNHEALTHY', containers: [{ name: 'api', healthStatus: 'UNHEALTHY' }] }),
  ],
  ['stopping', task('DEACTIVATING', { desiredStatus: 'STOPPED' })],
];

for (const [cause, one] of tasks) {
  test(`a task that has not stopped: ${cause}`, () => assertCause({ subject: 'task', now, task: one }, cause));
}

function assertCause(facts: Facts, cause: string): void {
  const { answers } = diagnose(facts);
  assert.equal(answers[0]?.cause, cause, JSON.stringify(answers.map((one) => one.cause)));
  for (const { evidence, sentence, short: words, advice } of answers) {
    assert.ok(evidence.length > 0, 'no cause without evidence');
    for (const text of [sentence, words, advice]) assert.doesNotMatch(text, / {2}|\s[.,]|undefined/, text);
  }
}

test('what may not be read makes an answer less sure, and never another one', () => {
  const whole: Facts = { subject: 'service', now, service: service(), targets: [{ ...group, targets: [ill] }] };
  const { targets: _, ...less } = whole;
  const unread = [{ fact: 'targets', action: 'elasticloadbalancing:DescribeTargetHealth' }] as const;
  const { answers, wants } = diagnose({ ...less, unread });
  assert.deepEqual(
    answers.map(({ certainty }) => certainty),
    ['likely'],
  );
  assert.ok(!wants.includes('targets'), 'it is not asked for again');
});
