import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { readRoles } from '../../../src/diagnose/readRoles.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { accountClaims } from '../../../src/taskdef/register/accountClaims.ts';
import type { AccountFinding } from '../../../src/verify/accountFinding.ts';
import { verifyTaskDefinition } from '../../../src/verify/verifyTaskDefinition.ts';
import { whatRolesLack } from '../../../src/verify/whatRolesLack.ts';
import { repositoriesOf } from '../../simulator/ecr/ecrService.ts';
import { ownPoliciesOf } from '../../simulator/iam/policies.ts';
import { type RoleSpec, rolesOf } from '../../simulator/iam/roles.ts';
import { secretKeysOf, secretsOf } from '../../simulator/secrets/secretsService.ts';
import { shopRole } from '../../simulator/seed/shopApps.ts';
import { SHOP_REGION, seedShop } from '../../simulator/seed/shop.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { parametersOf } from '../../simulator/ssm/ssmService.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';

const tasks = 'ecs-tasks.amazonaws.com';
const pullAndLog = 'service-role/AmazonECSTaskExecutionRolePolicy';
const policy = (...Statement: object[]): object => ({ Version: '2012-10-17', Statement });
const allow = (Action: unknown, Resource: unknown = '*', Condition?: object): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});

describe('what the roles of a file may, in the account', () => {
  let server: SimulatedAccount;
  let connection: Connection;
  let files: { remove(): Promise<void> };

  before(async () => {
    server = await startSimulatedAccount();
    seedShop(server);
    const settings = { region: SHOP_REGION, endpoint_url: server.url };
    files = await useAwsFiles({ shop: { credential: server.account.credential, settings } });
    connection = await connectTo({ profile: 'shop' });
    const region = server.account.region(SHOP_REGION);
    const image = { pushedAt: new Date(0), platforms: ['linux/amd64'] };
    repositoriesOf(server.account).set('shop/web', new Map([['1.0', image]]));
    secretsOf(region).set(secret(), JSON.stringify({ password: 'x' }));
    parametersOf(region).add('/shop/url');
    rolesOf(server.account).set('app', tasks);
  });
  after(async () => {
    connection.dispose();
    await files.remove();
    await server.close();
  });
  beforeEach(() => server.faults.clear());

  const secret = () => `arn:aws:secretsmanager:${SHOP_REGION}:${server.account.id}:secret:db-a1B2c3`;
  const roleArn = (name: string) => `arn:aws:iam::${server.account.id}:role/${name}`;
  const definition = (execution: string, task = 'app', more: object = {}) => ({
    family: 'lantern',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: roleArn(execution),
    taskRoleArn: roleArn(task),
    containerDefinitions: [
      {
        name: 'web',
        image: `${server.account.id}.dkr.ecr.${SHOP_REGION}.amazonaws.com/shop/web:1.0`,
        secrets: [
          { name: 'PASSWORD', valueFrom: secret() },
          { name: 'URL', valueFrom: '/shop/url' },
        ],
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': '/ecs/checkout-dev',
            'awslogs-region': SHOP_REGION,
            'awslogs-stream-prefix': 'web',
          },
        },
        ...more,
      },
    ],
  });

  type Found = AccountFinding & { line: string };

  async function verify(file: object, exec = false): Promise<Found[]> {
    const text = JSON.stringify(file, undefined, 2);
    const source = parseDocument(text, { kind: 'taskDefinition' });
    const claims = accountClaims(source);
    const mark = server.ledger.mark();
    const siblings = exec ? { enableExecuteCommand: true } : {};
    const found = await verifyTaskDefinition(
      connection,
      { source, claims, siblings },
      { signal: new AbortController().signal },
    );
    assert.deepEqual(server.ledger.changes(mark), []);
    return found.map((one) => ({ ...one, line: text.slice(one.at.offset, one.at.offset + one.at.length) }));
  }

  let made = 0;
  /** A role made for one test. */
  function role(spec: Partial<RoleSpec>): string {
    const name = `made-${++made}`;
    rolesOf(server.account).add(name, { trusts: tasks, ...spec });
    return name;
  }

  it('is enough in the shop', async () => {
    assert.deepEqual(
      await verify(
        definition(
          role({
            attached: [pullAndLog],
            inline: { read: policy(allow(['secretsmanager:GetSecretValue', 'ssm:GetParameters'])) },
          }),
        ),
      ),
      [],
    );
  });

  it('lacks secrets and parameters where AWS’s own policy is all there is, each on its line', async () => {
    const found = await verify(definition(shopRole.withoutSecrets));
    assert.deepEqual(
      found.map(({ line, severity }) => [line, severity]),
      [
        // A secret's own policy might allow it.
        [JSON.stringify(secret()), 'warning'],
        ['"/shop/url"', 'error'],
      ],
    );
    const [first] = found;
    assert.match(
      first?.message ?? '',
      /Container web is given PASSWORD\. Execution role shop-legacy-execution is not allowed to call secretsmanager:GetSecretValue on arn:aws:secretsmanager:\S+:secret:db-a1B2c3\. AmazonECSTaskExecutionRolePolicy does not include it\./,
    );
  });

  it('lacks logs where the role only pulls', async () => {
    const found = await verify(definition(shopRole.withoutLogs, 'app', { secrets: [] }));
    assert.deepEqual(
      found.map(({ line, severity }) => [line, severity]),
      [['"/ecs/checkout-dev"', 'error']],
    );
    assert.match(
      found[0]?.message ?? '',
      /logs:CreateLogStream, logs:PutLogEvents on .*:log-group:\/ecs\/checkout-dev:log-stream:web\/web\//,
    );
  });

  it('is not trusted where another service takes it on, or tasks elsewhere', async () => {
    const trusted = async (name: string) =>
      (await verify(definition(name, 'app', { secrets: [] }))).map(({ line, message }) => [line, message]);
    assert.match(String(await trusted(shopRole.untrusting)), /role\/shop-host.*does not trust ecs-tasks/);
    const elsewhere = {
      ...policy({
        Effect: 'Allow',
        Principal: { Service: tasks },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': '999988887777' } },
      }),
    };
    const [only, ...others] = await trusted(role({ trusts: elsewhere, attached: [pullAndLog] }));
    assert.deepEqual(others, []);
    assert.match(
      only?.[1] ?? '',
      /not for tasks of this account and Region: correct the condition on aws:SourceAccount/,
    );
  });

  it('asks IAM’s simulator few times, and each thing once', async () => {
    const name = role({ attached: [pullAndLog] });
    const mark = server.ledger.mark();
    await verify(definition(name, name));
    const counts = server.ledger.counts(mark);
    assert.equal(counts['iam:GetRole'], 1);
    assert.ok((counts['iam:SimulatePrincipalPolicy'] ?? 0) <= 5, JSON.stringify(counts));
    assert.equal(counts['logs:DescribeLogGroups'], 1);
    assert.equal(counts['iam:GetPolicyVersion'], undefined);
  });

  it('creates a log group only where there is none', async () => {
    const options = (group: string) => ({
      secrets: [],
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': group, 'awslogs-region': SHOP_REGION, 'awslogs-create-group': 'true' },
      },
    });
    assert.deepEqual(await verify(definition(shopRole.withoutSecrets, 'app', options('/ecs/checkout-dev'))), []);
    const found = await verify(definition(shopRole.withoutSecrets, 'app', options('/ecs/lantern')));
    const missing = found.filter(({ severity }) => severity !== 'info');
    assert.deepEqual(
      missing.map(({ line }) => line),
      ['"true"'],
    );
    assert.match(missing[0]?.message ?? '', /logs:CreateLogGroup/);
  });

  it('names who keeps a role from it: a deny, a boundary', async () => {
    const all = policy(allow(['ecr:*', 'logs:*', 'secretsmanager:GetSecretValue', 'ssm:GetParameters']));
    const deny = policy({ Effect: 'Deny', Action: 'secretsmanager:*', Resource: '*' });
    const [denied, ...others] = await verify(definition(role({ inline: { all, deny } })));
    assert.deepEqual(others, []);
    assert.equal(denied?.severity, 'error');
    assert.match(denied.message, /is denied secretsmanager:GetSecretValue .* Policy deny denies it\./);
    const boundary = `arn:aws:iam::${server.account.id}:policy/boundary`;
    ownPoliciesOf(server.account).set(boundary, JSON.stringify(policy(allow(['ecr:*', 'logs:*', 'ssm:*']))));
    const [kept, ...more] = await verify(definition(role({ inline: { all }, boundary })));
    assert.deepEqual(more, []);
    assert.match(kept?.message ?? '', /Its permissions boundary keeps it from that\./);
  });

  it('is not told where it hangs on what nobody knows before', async () => {
    const read = allow(['secretsmanager:GetSecretValue', 'ssm:GetParameters'], '*', {
      StringEquals: { 'aws:SourceVpc': 'vpc-1' },
    });
    const name = role({ attached: [pullAndLog], inline: { read: policy(read) } });
    for (const refused of [false, true]) {
      if (refused) server.faults.add({ operation: 'iam:SimulatePrincipalPolicy', kind: 'accessDenied' });
      const found = await verify(definition(name));
      assert.deepEqual(
        found.filter(({ severity }) => severity !== 'info'),
        [],
      );
      assert.match(
        found.find(({ line }) => line === '"/shop/url"')?.message ?? '',
        /Not checked whether role .* depends on aws:SourceVpc/,
      );
    }
  });

  it('is enough where the Region, the account or the way into a key is the condition', async () => {
    const condition = {
      StringEquals: { 'aws:RequestedRegion': SHOP_REGION, 'aws:ResourceAccount': server.account.id },
    };
    const read = allow(['secretsmanager:GetSecretValue', 'ssm:GetParameters'], '*', condition);
    const name = role({ attached: [pullAndLog], inline: { read: policy(read) } });
    assert.deepEqual(await verify(definition(name)), []);
    server.faults.add({ operation: 'iam:SimulatePrincipalPolicy', kind: 'accessDenied' });
    const found = await verify(definition(name));
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['info'],
    );
  });

  it('is read and judged here where IAM’s simulator may not be asked, and that is said', async () => {
    server.faults.add({ operation: 'iam:SimulatePrincipalPolicy', kind: 'accessDenied' });
    const found = await verify(definition(shopRole.withoutSecrets));
    const [remark, ...others] = found.filter(({ severity, line }) => severity === 'info' && line.includes('legacy'));
    assert.deepEqual(others, []);
    assert.match(
      remark?.message ?? '',
      /not by those of the organization: you are not allowed to call iam:SimulatePrincipalPolicy/,
    );
    assert.deepEqual(
      found.filter(({ severity }) => severity !== 'info').map(({ line }) => line),
      [JSON.stringify(secret()), '"/shop/url"'],
    );
  });

  it('hints at what an execution role may beyond its purpose, and at nothing that only looks', async () => {
    const inline = {
      app: policy(allow(['dynamodb:PutItem', 's3:*', 'ecs:Describe*', 'logs:*'])),
      read: policy(allow(['secretsmanager:GetSecretValue', 'ssm:GetParameters'])),
    };
    const [hint, ...others] = await verify(definition(role({ attached: [pullAndLog], inline })));
    assert.deepEqual(others, []);
    assert.equal(hint?.severity, 'hint');
    assert.match(hint.message, /also allows dynamodb:PutItem, s3:\*, which ECS does not need/);
    assert.match(hint.line, /role\/made-/);
  });

  it('is the key, too, where a customer managed key encrypts a secret', async () => {
    const key = `arn:aws:kms:${SHOP_REGION}:${server.account.id}:key/0a1b2c3d`;
    secretKeysOf(server.account.region(SHOP_REGION)).set(secret(), key);
    const read = allow(['secretsmanager:GetSecretValue', 'ssm:GetParameters']);
    const via = { StringEquals: { 'kms:ViaService': `secretsmanager.${SHOP_REGION}.amazonaws.com` } };
    try {
      const [found, ...others] = await verify(
        definition(role({ attached: [pullAndLog], inline: { read: policy(read) } })),
      );
      assert.deepEqual(others, []);
      assert.deepEqual([found?.line, found?.severity], [JSON.stringify(secret()), 'warning']);
      assert.match(found?.message ?? '', /A customer managed key encrypts it\. .*kms:Decrypt on .*key\/0a1b2c3d/);
      const inline = { read: policy(read, allow('kms:Decrypt', '*', via)) };
      assert.deepEqual(await verify(definition(role({ attached: [pullAndLog], inline }))), []);
    } finally {
      secretKeysOf(server.account.region(SHOP_REGION)).clear();
    }
  });

  it('is not judged of a collector whose configuration nobody can read', async () => {
    const collector = 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.2';
    const file = (more: object) => definition(shopRole.execution, 'app', { image: collector, secrets: [], ...more });
    const name = (found: Found[]): (string | undefined)[] => found.map(({ message }) => /xray:\w+/.exec(message)?.[0]);
    assert.deepEqual(name(await verify(file({ command: ['--config=/etc/ecs/ecs-xray.yaml'] }))), [
      'xray:PutTraceSegments',
    ]);
    assert.deepEqual(await verify(file({ environment: [{ name: 'AOT_CONFIG_CONTENT', value: 'receivers:' }] })), []);
  });

  it('hints at nothing of a role that the application has, too', async () => {
    const all = policy(allow(['ecr:*', 'logs:*', 'secretsmanager:GetSecretValue', 'ssm:GetParameters', 'dynamodb:*']));
    const name = role({ inline: { all } });
    assert.deepEqual(await verify(definition(name, name)), []);
  });

  it('is the task role’s channel where a service lets ECS Exec in', async () => {
    const name = role({ inline: { app: policy(allow('sqs:*')) } });
    const file = definition(shopRole.execution, name, { secrets: [] });
    assert.deepEqual(await verify(file), []);
    const [found, ...others] = await verify(file, true);
    assert.deepEqual(others, []);
    assert.match(found?.message ?? '', /Task role .* is not allowed to call ssmmessages:CreateControlChannel/);
    assert.equal(found?.severity, 'warning');
  });

  it('is told of a registered task definition in sentences, with what could not be read', async () => {
    const { signal } = new AbortController();
    const told = (name: string) => whatRolesLack(connection, definition(name) as never, {}, signal);
    const { lacks, unread } = await told(shopRole.withoutSecrets);
    assert.deepEqual(unread, []);
    assert.deepEqual(
      lacks.map((text) => /(?:secretsmanager|ssm):\w+/.exec(text)?.[0]),
      ['secretsmanager:GetSecretValue', 'ssm:GetParameters'],
    );
    assert.match((await told(shopRole.untrusting)).lacks[0] ?? '', /does not trust/);
    for (const operation of ['iam:GetRole', 'iam:SimulatePrincipalPolicy', 'iam:ListAttachedRolePolicies'])
      server.faults.add({ operation, kind: 'accessDenied' });
    assert.deepEqual(await told(shopRole.withoutSecrets), {
      lacks: [],
      unread: ['iam:GetRole', 'iam:SimulatePrincipalPolicy', 'iam:ListAttachedRolePolicies'],
    });
    server.faults.clear();
    const mark = server.ledger.mark();
    await told(shopRole.execution);
    assert.equal(server.ledger.count('iam:*', mark) - server.ledger.count('iam:SimulatePrincipalPolicy', mark), 2);
  });

  it('is a fact of why a task stopped, and one that could not be read where nobody may look', async () => {
    const { signal } = new AbortController();
    const read = (name: string) =>
      readRoles(connection, { subject: 'task', now: 0 }, signal, (async () => definition(name)) as never);
    assert.equal((await read(shopRole.withoutSecrets))?.length, 2);
    assert.match((await read(shopRole.untrusting))?.[0] ?? '', /does not trust/);
    for (const operation of ['iam:GetRole', 'iam:SimulatePrincipalPolicy', 'iam:ListAttachedRolePolicies'])
      server.faults.add({ operation, kind: 'accessDenied' });
    await assert.rejects(read(shopRole.withoutSecrets), { kind: 'denied', operation: 'iam:GetRole' });
  });

  /** Everything of the reader's that may be missing. */
  const readers = [
    'GetRole',
    'SimulatePrincipalPolicy',
    'ListRolePolicies',
    'GetRolePolicy',
    'ListAttachedRolePolicies',
    'GetPolicy',
    'GetPolicyVersion',
  ]
    .map((name) => `iam:${name}`)
    .concat('logs:DescribeLogGroups');
  const own = () => `arn:aws:iam::${server.account.id}:policy/read-secrets`;

  it('is never wrong for a permission that the reader lacks, only less sure', async () => {
    ownPoliciesOf(server.account).set(
      own(),
      JSON.stringify(policy(allow(['secretsmanager:GetSecretValue', 'ssm:GetParameters']))),
    );
    const enough = role({ attached: [pullAndLog, own()], inline: { more: policy(allow('s3:GetObject')) } });
    const lacking = role({ attached: [pullAndLog], inline: { more: policy(allow('s3:GetObject')) } });
    const sets = [
      ...readers.map((one) => [one]),
      ...readers.map((one) => ['iam:SimulatePrincipalPolicy', one]),
      readers,
    ];
    for (const denied of sets) {
      server.faults.clear();
      for (const operation of denied) server.faults.add({ operation, kind: 'accessDenied' });
      const wrong = async (name: string) =>
        (await verify(definition(name))).filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(await wrong(enough), [], denied.join());
      const lines = (await wrong(lacking)).map(({ line }) => line);
      const truth = [JSON.stringify(secret()), '"/shop/url"'];
      assert.deepEqual(
        lines.filter((line) => !truth.includes(line)),
        [],
        denied.join(),
      );
    }
  });
});
