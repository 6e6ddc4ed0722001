import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventText } from '../../../src/ui/common/eventText.ts';

const task = '(task 0123456789abcdef0123456789abcdef)';
const group =
  '(target-group arn:aws:elasticloadbalancing:eu-west-3:111122223333:targetgroup/shop-web/0123456789abcdef)';

const said: readonly (readonly [message: string, words: string])[] = [
  ['(service web) has reached a steady state.', 'steady'],
  [`(service web) has started 2 tasks: ${task} ${task}.`, 'started 2 tasks'],
  [
    `(service web) has started 1 tasks: ${task}. Amazon ECS replaced 1 tasks due to an unhealthy status.`,
    'started 1 task in place of what was unhealthy',
  ],
  [`(service web) has stopped 1 running tasks: ${task}.`, 'stopped 1 task'],
  ['(service web) stopped 2 pending tasks.', 'stopped 2 tasks before running'],
  [`(service web) registered 1 targets in ${group}`, 'registered 1 target'],
  [`(service web) deregistered 2 targets in ${group}`, 'deregistered 2 targets'],
  ['(service web, taskSet ecs-svc/42) has begun draining connections on 1 tasks.', 'draining connections of 1 task'],
  ['(service web) (deployment ecs-svc/42) deployment completed.', 'deployment completed'],
  [
    '(service web) (deployment ecs-svc/42) deployment failed: tasks failed to start.',
    'deployment failed: tasks failed to start',
  ],
  ['(service web) rolling back to deployment ecs-svc/41.', 'rolling back'],
  [`(service web) ${task} failed container health checks.`, 'a task failed its container health checks'],
  [
    `(service web) ${task} (port 8080) is unhealthy in ${group} due to (reason Health checks failed with these codes: [503]).`,
    'port 8080 is unhealthy: Health checks failed with these codes: [503]',
  ],
  [
    '(service web) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 0123) has insufficient memory available. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
    'unable to place a task because no container instance met all of its requirements. The closest matching has insufficient memory available',
  ],
  [
    '(service web) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
    'is unable to consistently start tasks successfully',
  ],
  [
    `(service web) failed to register targets in ${group} with (error Target group not found)`,
    'failed to register targets in target-group shop-web with (error Target group not found)',
  ],
  [
    `(service web) has started 1 tasks in eu-west-1b to AZ Rebalance: ${task}.`,
    'started 1 task in eu-west-1b for balance',
  ],
  ['what nobody has heard of', 'what nobody has heard of'],
];

for (const [message, words] of said)
  test(`an event in few words: ${words}`, () => {
    assert.equal(eventText(message), words);
  });
