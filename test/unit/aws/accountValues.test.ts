import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AccountValue, fetchAccountValues, type ValueKind } from '../../../src/aws/read/accountValues.ts';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { LiveValues } from '../../../src/ui/editor/live/liveValues.ts';

type Answer = (input: Record<string, unknown>) => object;

/** A connection that answers from a table and remembers what it was asked. */
function connectionWith(answers: Record<string, Answer>): { connection: Connection; asked: string[] } {
  const asked: string[] = [];
  const read = (service: string, operation: string, input: Record<string, unknown>): Promise<object> => {
    asked.push(`${service}:${operation}`);
    const answer = answers[`${service}:${operation}`];
    return answer ? Promise.resolve(answer(input)) : Promise.reject(new Error(`${operation} is not allowed`));
  };
  return { connection: { region: 'eu-west-1', read } as unknown as Connection, asked };
}

const trust = (service: string): string =>
  encodeURIComponent(JSON.stringify({ Statement: [{ Principal: { Service: service } }] }));

test('roles are those that tasks may take, from every page', async () => {
  const { connection } = connectionWith({
    'iam:ListRoles': ({ Marker }) =>
      Marker === undefined
        ? {
            Roles: [{ Arn: 'arn:1', RoleName: 'one', AssumeRolePolicyDocument: trust('ecs-tasks.amazonaws.com') }],
            IsTruncated: true,
            Marker: 'next',
          }
        : {
            Roles: [
              { Arn: 'arn:2', RoleName: 'two', AssumeRolePolicyDocument: trust('lambda.amazonaws.com') },
              { Arn: 'arn:3', RoleName: 'three', AssumeRolePolicyDocument: trust('ecs-tasks.amazonaws.com') },
            ],
            IsTruncated: false,
          },
  });
  const roles = await fetchAccountValues(connection, 'roles');
  assert.deepEqual(
    roles.map(({ value }) => value),
    ['arn:1', 'arn:3'],
  );
});

test('secrets and parameters come by name, and nothing that reads a value is asked', async () => {
  const { connection, asked } = connectionWith({
    'secretsmanager:ListSecrets': () => ({ SecretList: [{ ARN: 'arn:secret', Name: 'db' }] }),
    'ssm:DescribeParameters': () => ({ Parameters: [{ ARN: 'arn:parameter', Name: '/db', Type: 'SecureString' }] }),
  });
  assert.deepEqual(await fetchAccountValues(connection, 'secrets'), [
    { value: 'arn:secret', detail: 'db' },
    { value: 'arn:parameter', detail: 'SecureString' },
  ]);
  assert.deepEqual(asked.sort(), ['secretsmanager:ListSecrets', 'ssm:DescribeParameters']);
});

test('an account with endless pages ends', async () => {
  const { connection, asked } = connectionWith({
    'logs:DescribeLogGroups': () => ({ logGroups: [{ logGroupName: '/ecs/a' }], nextToken: 'more' }),
  });
  const groups = await fetchAccountValues(connection, 'logGroups');
  assert.ok(groups.length > 0 && asked.length <= 20);
});

test('what is remembered is answered at once, fetched once a minute, and survives a refusal', async () => {
  const { connection } = connectionWith({});
  let now = 0;
  const answers: (AccountValue[] | Error)[] = [[{ value: 'a' }], new Error('not allowed'), [{ value: 'b' }]];
  const asked: ValueKind[] = [];
  const values = new LiveValues(
    (_connection, kind) => {
      asked.push(kind);
      const answer = answers.shift() ?? [];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    () => now,
  );
  const first = values.get(connection, 'families');
  assert.deepEqual(first.values, []);
  assert.equal(values.get(connection, 'families').loading, first.loading, 'a load in flight is shared');
  await first.loading;
  assert.deepEqual(values.get(connection, 'families').values, [{ value: 'a' }]);
  assert.equal(asked.length, 1);
  now += 61_000;
  await values.get(connection, 'families').loading;
  assert.deepEqual(values.get(connection, 'families').values, [{ value: 'a' }], 'kept when the account refuses');
  assert.equal(asked.length, 2, 'a refusal is not asked for again at once');
  now += 61_000;
  await values.get(connection, 'families').loading;
  assert.deepEqual(values.get(connection, 'families').values, [{ value: 'b' }]);
});
