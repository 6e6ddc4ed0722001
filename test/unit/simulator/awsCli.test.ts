import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { writeAwsFiles } from '../../simulator/awsFiles.ts';
import { openAccount, type OpenAccount } from './support/openAccount.ts';
import { awslogs, deployFargate } from './support/requests.ts';

const run = promisify(execFile);
let version: string | undefined;

before(async () => {
  version = await run('aws', ['--version']).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
});

/** A command of the AWS CLI against the account; undefined, with the test skipped, where there is no CLI. */
async function cli(
  t: TestContext,
  account: OpenAccount,
): Promise<((...words: string[]) => Promise<Record<string, unknown>>) | undefined> {
  if (version === undefined) {
    t.skip('there is no AWS CLI on this machine');
    return undefined;
  }
  const dir = await mkdtemp(join(tmpdir(), 'aws-cli-test-'));
  t.after(() => rm(dir, { recursive: true, force: true }));
  const files = await writeAwsFiles(dir, account.sim);
  const env = { PATH: process.env['PATH'], HOME: dir, AWS_PAGER: '', ...files };
  return async (...words) => {
    // Older versions do not read endpoint_url from the profile.
    const { stdout } = await run('aws', ['--endpoint-url', account.sim.url, '--output', 'json', ...words], { env });
    return JSON.parse(stdout || '{}') as Record<string, unknown>;
  };
}

test('the AWS CLI lists, describes, registers, deploys and reads logs', async (t) => {
  const account = await openAccount(t);
  const aws = await cli(t, account);
  if (!aws) return;
  account.region.logs.createGroup('/ecs/tide');
  await deployFargate(account, { logConfiguration: awslogs('/ecs/tide') });
  await account.pass(120);
  assert.equal((await aws('sts', 'get-caller-identity'))['Account'], '123456789012');
  const { clusterArns } = await aws('ecs', 'list-clusters');
  assert.deepEqual(clusterArns, ['arn:aws:ecs:eu-west-1:123456789012:cluster/harbor']);
  const updated = await aws(
    'ecs',
    'update-service',
    '--cluster',
    'harbor',
    '--service',
    'tide-api',
    '--force-new-deployment',
  );
  assert.equal((updated['service'] as { deployments: unknown[] }).deployments.length, 2);
  const { events } = await aws(
    'logs',
    'filter-log-events',
    '--log-group-name',
    '/ecs/tide',
    '--filter-pattern',
    'started',
  );
  assert.deepEqual(
    (events as { message: string }[]).map((event) => event.message),
    ['web started'],
  );
  await assert.rejects(
    aws('ecs', 'list-services', '--cluster', 'nowhere'),
    /ClusterNotFoundException.*Cluster not found\./s,
  );
});
