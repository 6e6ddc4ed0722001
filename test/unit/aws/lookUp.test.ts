import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { AwsError } from '../../../src/aws/errors.ts';
import { type Answer, lookUp } from '../../../src/verify/lookUp.ts';
import { accountClaims } from '../../../src/taskdef/register/accountClaims.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { repositoriesOf } from '../../simulator/ecr/ecrService.ts';
import { rolesOf } from '../../simulator/iam/roles.ts';
import { secretsOf } from '../../simulator/secrets/secretsService.ts';
import { SHOP_REGION, seedShop } from '../../simulator/seed/shop.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { parametersOf } from '../../simulator/ssm/ssmService.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';

const canary = 'canary-secret-77b2';
const digest = `sha256:${'a'.repeat(64)}`;

describe('what a value resolves to', () => {
  let server: SimulatedAccount;
  let connection: Connection;
  let files: { remove(): Promise<void> };

  before(async () => {
    server = await startSimulatedAccount();
    seedShop(server);
    const settings = { region: SHOP_REGION, endpoint_url: server.url };
    files = await useAwsFiles({ shop: { credential: server.account.credential, settings } });
    connection = await connectTo({ profile: 'shop' });
    const { account } = server;
    const region = account.region(SHOP_REGION);
    const image = { pushedAt: new Date('2026-02-03T04:05:06Z'), platforms: ['linux/arm64'], digest, bytes: 45_230_000 };
    repositoriesOf(account).set(
      'shop/web',
      new Map([
        ['1.0', image],
        ['latest', image],
      ]),
    );
    rolesOf(account).set('app', 'ecs-tasks.amazonaws.com').set('build', 'codebuild.amazonaws.com');
    secretsOf(region).set(secretArn(), JSON.stringify({ password: canary }));
    parametersOf(region).add('/shop/url');
  });
  after(async () => {
    connection.dispose();
    await files.remove();
    await server.close();
  });
  beforeEach(() => server.faults.clear());

  const secretArn = () => `arn:aws:secretsmanager:${SHOP_REGION}:${server.account.id}:secret:db-a1b2c3`;
  const host = () => `${server.account.id}.dkr.ecr.${SHOP_REGION}.amazonaws.com`;
  const ask = (container: object, task: object = {}): Promise<Answer> => {
    const text = JSON.stringify({ family: 'a', ...task, containerDefinitions: [{ name: 'web', ...container }] });
    const [claim] = accountClaims(parseDocument(text, { kind: 'taskDefinition' }));
    return lookUp(connection, claim ?? assert.fail('no claim'), new AbortController().signal);
  };
  const role = (name: string) => ask({}, { taskRoleArn: `arn:aws:iam::${server.account.id}:role/${name}` });
  const logGroup = (group: string) =>
    ask({ logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': group } } });

  it('tells of an image when it was pushed, its size, digest, platform and other tags', async () => {
    assert.deepEqual(await ask({ image: `${host()}/shop/web:1.0` }), {
      facts: [
        'Pushed 2026-02-03 04:05 UTC.',
        '45.2 MB compressed.',
        `Digest ${digest}`,
        'Manifest type application/vnd.oci.image.index.v1+json',
        'Tags of the same image: latest',
        'Built for linux/arm64.',
      ],
      verdicts: [],
      lasting: true,
    });
    const pinned = await ask({ image: `${host()}/shop/web@${digest}` });
    assert.ok(pinned.facts.includes('Tags of the same image: 1.0, latest'), pinned.facts.join());
  });

  it('says that a tag or a repository is not there, once', async () => {
    for (const [image, said] of [
      ['shop/web:2.0', /no image 2\.0/],
      ['shop/api:1.0', /no repository shop\/api/],
    ] as const) {
      const { facts, verdicts, lasting } = await ask({ image: `${host()}/${image}` });
      assert.deepEqual(facts, []);
      assert.match(verdicts.map(({ message }) => message).join('|'), said);
      assert.equal(verdicts.length, 1);
      assert.equal(lasting, false);
    }
  });

  it('says of an image for another platform what it is, and that it will not start', async () => {
    const { facts, verdicts } = await ask(
      { image: `${host()}/shop/web:1.0` },
      { requiresCompatibilities: ['FARGATE'] },
    );
    assert.ok(facts.includes('Built for linux/arm64.'));
    assert.match(verdicts[0]?.message ?? '', /task runs on linux\/amd64/);
  });

  it('has nothing to say of images elsewhere, and asks nobody', async () => {
    const mark = server.ledger.mark();
    const { facts, verdicts } = await ask({ image: 'public.ecr.aws/nginx/nginx:1.27' });
    assert.deepEqual([facts, verdicts], [[], []]);
    assert.equal(server.ledger.count('*', mark), 0);
  });

  it('tells whether a role exists and tasks may take it', async () => {
    assert.deepEqual((await role('app')).facts, ['Role app exists and trusts ecs-tasks.amazonaws.com.']);
    assert.match((await role('build')).verdicts[0]?.message ?? '', /does not trust ecs-tasks/);
    assert.match((await role('none')).verdicts[0]?.message ?? '', /no role none/);
  });

  it('tells of a log group how long it keeps what, or that it is not there', async () => {
    const { facts } = await logGroup('/ecs/checkout-dev');
    assert.equal(facts[0], 'Log group /ecs/checkout-dev exists.');
    assert.match(facts.join('|'), /(never expire\.|Retention in days: \d+)\| ?[\d.]+ (bytes|KB|MB) stored/);
    // A group whose name only begins so is another one.
    assert.match((await logGroup('/ecs/checkout-d')).verdicts[0]?.message ?? '', /does not exist: create it/);
  });

  it('tells of secrets and parameters that they exist and when they changed, never a value', async () => {
    const mark = server.ledger.mark();
    const secret = await ask({ secrets: [{ name: 'A', valueFrom: `${secretArn()}:password::` }] });
    assert.match(secret.facts.join('|'), /^Secret db exists\.\|Last changed \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/);
    const parameter = await ask({ secrets: [{ name: 'A', valueFrom: '/shop/url' }] });
    assert.match(parameter.facts.join('|'), /^Parameter \/shop\/url exists \(SecureString\)\.\|Last changed \d{4}/);
    assert.doesNotMatch(JSON.stringify([secret, parameter]), new RegExp(canary));
    assert.deepEqual(server.ledger.counts(mark), {
      'secretsmanager:DescribeSecret': 1,
      'ssm:DescribeParameters': 1,
    });
  });

  it('tells of a registry’s credentials, and takes no other account’s parameter for missing', async () => {
    const secret = await ask({ repositoryCredentials: { credentialsParameter: secretArn() } });
    assert.equal(secret.facts[0], 'Secret db exists.');
    const valueFrom = `arn:aws:ssm:${SHOP_REGION}:999988887777:parameter/shared/url`;
    const { verdicts } = await ask({ secrets: [{ name: 'A', valueFrom }] });
    assert.deepEqual(
      verdicts.map(({ severity }) => severity),
      ['info'],
    );
    assert.match(verdicts[0]?.message ?? '', /lies in account 999988887777/);
  });

  it('names the permission that is missing, and says what the others tell', async () => {
    server.faults.add({ operation: 'ecr:BatchGetImage', kind: 'accessDenied' });
    const { facts, verdicts, lasting } = await ask({ image: `${host()}/shop/web:1.0` });
    assert.deepEqual(
      verdicts.map(({ message }) => message),
      ['Not checked: you are not allowed to call ecr:BatchGetImage.'],
    );
    assert.ok(facts.includes('45.2 MB compressed.'));
    assert.equal(lasting, false);
  });

  it('is silent where a server fails, and ends when it is cancelled', async () => {
    server.faults.add({ operation: 'iam:GetRole', kind: 'serverError' });
    assert.deepEqual(await role('app'), { facts: [], verdicts: [], lasting: false });
    const text = JSON.stringify({ family: 'a', taskRoleArn: 'arn:aws:iam::111122223333:role/app' });
    const [claim] = accountClaims(parseDocument(text, { kind: 'taskDefinition' }));
    await assert.rejects(
      lookUp(connection, claim ?? assert.fail(), AbortSignal.abort()),
      (error) => error instanceof AwsError && error.kind === 'aborted',
    );
  });
});
