import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeSubject } from '../../../src/network/judgeSubject.ts';
import { reachFacts } from '../../../src/network/reach.ts';
import { subjectOf } from '../../../src/network/subject.ts';
import { type Sketch, sketchVpc } from './topology.ts';

const definition = {
  networkMode: 'awsvpc' as const,
  requiresCompatibilities: ['FARGATE' as const],
  containerDefinitions: [
    {
      name: 'app',
      image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1',
      logConfiguration: { logDriver: 'awslogs' as const },
    },
  ],
};
const service = {
  serviceName: 'app',
  launchType: 'FARGATE' as const,
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'], securityGroups: ['sg-task'] } },
};

function reachOf(sketch: Sketch) {
  const vpc = sketchVpc(sketch);
  const subject = subjectOf(service, definition, { region: 'eu-west-1' });
  return reachFacts(
    judgeSubject({ region: 'eu-west-1', vpcs: [vpc], balancing: {}, subjects: [subject], unread: [] }, subject),
  );
}

test('who looks for a cause is told of each destination whether it is reached, why, and what helps', () => {
  assert.deepEqual(reachOf({ subnets: { a: { free: 0 } } }), [
    {
      destination: 'subnet',
      isReachable: false,
      reason: 'subnet-a has no free address left.',
      repair: 'Add subnets, or free addresses.',
    },
    {
      destination: 'ecr',
      isReachable: false,
      reason:
        'Tasks in subnet-a cannot pull from ECR: private, no NAT gateway, no endpoint for ecr.api, ecr.dkr and s3.',
      repair: 'Add endpoints for ecr.api, ecr.dkr, s3, or a route to a NAT gateway.',
    },
    {
      destination: 'logs',
      isReachable: false,
      reason: 'Tasks in subnet-a cannot write to CloudWatch Logs: private, no NAT gateway, no endpoint for logs.',
      repair: 'Add endpoints for logs, or a route to a NAT gateway.',
    },
  ]);
});

test('what is not known is neither open nor closed', () => {
  const reach = reachOf({ subnets: { a: {} }, tables: { main: ['0.0.0.0/0 > tgw-1'] } });
  assert.deepEqual(
    reach.map(({ destination, isReachable, repair }) => [destination, isReachable, repair]),
    [
      ['ecr', undefined, undefined],
      ['logs', undefined, undefined],
    ],
  );
});
