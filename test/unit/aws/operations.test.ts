import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as sdk from '@aws-sdk/client-ssm';
import { type Operation, type OperationTable, reads } from '../../../src/aws/sdk/operationKinds.ts';
import { bucketOf, type ServiceName, services } from '../../../src/aws/sdk/services.ts';

const all: { service: string; name: string; operation: Operation }[] = [];
for (const [service, { load }] of Object.entries(services)) {
  const { operations } = await load();
  for (const [name, operation] of Object.entries(operations)) all.push({ service, name, operation });
}

test('an operation has the name of its command', () => {
  const others = all.filter(({ name, operation }) => operation.command.name !== `${name}Command`);
  assert.deepEqual(others, []);
});

test('what counts as a read only reads, by the verb that AWS names it with', () => {
  const reading = /^(BatchGet|Describe|Filter|Get|Head|List)[A-Z]/;
  const others = all.filter(({ name, operation }) => operation.kind === 'read' && !reading.test(name));
  assert.deepEqual(
    others.map(({ name }) => name),
    ['SimulatePrincipalPolicy', 'StartLiveTail', 'AssumeRole', 'AssumeRoleWithWebIdentity'],
  );
});

test('no two services have a change of one name, for which a consent could be mistaken', () => {
  const changes = all.filter(({ operation }) => operation.kind === 'change').map(({ name }) => name);
  assert.equal(new Set(changes).size, changes.length);
});

test('whatever a pipeline reads, too, waits for its bucket', async () => {
  const unmetered = all.filter(({ operation }) => operation.kind === 'read' && operation.bucket === 'unmetered');
  const shared: ServiceName[] = ['ecs', 'logs'];
  assert.deepEqual(
    unmetered.filter(({ service }) => shared.some((one) => one === service)).map(({ name }) => name),
    ['StartLiveTail'],
  );
  assert.equal(await bucketOf('ecs', 'ListServices'), await bucketOf('ecs', 'DescribeServices'));
  assert.notEqual(await bucketOf('ecs', 'ListClusters'), await bucketOf('ecs', 'ListServices'));
});

test('what is misspelt, or lacks its bucket, does not compile', () => {
  const tables: OperationTable<typeof sdk>[] = [
    { DescribeParameters: reads(sdk.DescribeParametersCommand, 'unmetered') },
    // @ts-expect-error: the SDK knows no such operation.
    { DescribeParameter: reads(sdk.DescribeParametersCommand, 'unmetered') },
    // @ts-expect-error: another operation's command.
    { DescribeParameters: reads(sdk.DescribeSessionsCommand, 'unmetered') },
    // @ts-expect-error: no such bucket.
    { DescribeParameters: reads(sdk.DescribeParametersCommand, 'parameterRead') },
  ];
  // @ts-expect-error: which bucket it draws from is not left open.
  assert.ok(tables.length && reads(sdk.DescribeParametersCommand));
});
