import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { AwsError } from '../../../src/aws/errors.ts';
import type { Workbench } from '../../../src/ui/common/workbench.ts';
import { repositoriesOf } from '../../simulator/ecr/ecrService.ts';
import { rolesOf } from '../../simulator/iam/roles.ts';
import { secretsOf } from '../../simulator/secrets/secretsService.ts';
import { SHOP_REGION } from '../../simulator/seed/shop.ts';
import { parametersOf } from '../../simulator/ssm/ssmService.ts';
import { stage, Uri } from '../../support/vscodeStandIn.ts';
import { type CommandStage, openStage } from './commandStage.ts';

type Run = (workbench: Workbench, ...args: unknown[]) => Promise<void>;

const canary = 'canary-secret-40c1';

describe('verify against account', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  const host = () => `${shop.server.account.id}.dkr.ecr.${SHOP_REGION}.amazonaws.com`;
  const secretArn = () => `arn:aws:secretsmanager:${SHOP_REGION}:${shop.server.account.id}:secret:db-a1b2c3`;

  const definition = () => ({
    family: 'verified',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: `arn:aws:iam::${shop.server.account.id}:role/execution`,
    taskRoleArn: `arn:aws:iam::${shop.server.account.id}:role/app`,
    containerDefinitions: [
      {
        name: 'web',
        image: `${host()}/shop/web:1.0`,
        secrets: [
          { name: 'PASSWORD', valueFrom: `${secretArn()}:password::` },
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
      },
    ],
  });

  async function verify(file: object): Promise<{ line: string; message: string }[]> {
    const { run } = (await import('../../../src/ui/change/taskDefinition/verifyAgainstAccount.ts')) as { run: Run };
    const text = JSON.stringify(file, undefined, 2);
    stage.documents.set('/taskdef.json', text);
    const mark = shop.server.ledger.mark();
    await run(shop.workbench, Uri.file('/taskdef.json'));
    assert.deepEqual(shop.server.ledger.changes(mark), []);
    const problems = stage.problems.get('/taskdef.json') ?? [];
    return problems.map(({ range, message }) => ({ line: text.split('\n')[range.start.line]?.trim() ?? '', message }));
  }

  function furnish(): void {
    const region = shop.server.account.region(SHOP_REGION);
    rolesOf(shop.server.account).set('execution', 'ecs-tasks.amazonaws.com').set('app', 'ecs-tasks.amazonaws.com');
    secretsOf(region).set(secretArn(), JSON.stringify({ password: canary }));
    parametersOf(region).add('/shop/url');
    const image = { pushedAt: new Date(0), platforms: ['linux/amd64'] };
    repositoriesOf(shop.server.account).set('shop/web', new Map([['1.0', image]]));
  }

  it('finds nothing wrong where all is there, without reading a value', async () => {
    furnish();
    const mark = shop.server.ledger.mark();
    assert.deepEqual(await verify(definition()), []);
    assert.equal(shop.server.ledger.count('secretsmanager:GetSecretValue', mark), 0);
  });

  it('says all at once what is not there, each on its line', async () => {
    rolesOf(shop.server.account).set('app', 'ec2.amazonaws.com');
    const findings = await verify(definition());
    const at = (part: string): string => findings.find(({ line }) => line.includes(part))?.message ?? '';
    assert.match(at('executionRoleArn'), /no role execution/);
    assert.match(at('taskRoleArn'), /does not trust ecs-tasks/);
    assert.match(at('"image"'), /no repository shop\/web/);
    assert.match(at('secretsmanager'), /no such secret/);
    assert.match(at('/shop/url'), /no parameter \/shop\/url/);
    assert.equal(findings.length, 5);
  });

  it('says once that the credentials are none, not of each of its questions', async () => {
    furnish();
    const error = { name: 'UnrecognizedClientException', message: 'The security token is invalid.' };
    for (const operation of ['ecr:*', 'secretsmanager:*', 'ssm:*']) {
      shop.server.faults.add({ operation, kind: 'error', error });
    }
    await assert.rejects(
      verify(definition()),
      (thrown) => thrown instanceof AwsError && thrown.kind === 'invalidCredentials',
    );
  });

  it('leaves the architecture to the instances where nothing names it', async () => {
    furnish();
    const image = { pushedAt: new Date(0), platforms: ['linux/arm64'] };
    repositoriesOf(shop.server.account).set('shop/web', new Map([['1.0', image]]));
    assert.deepEqual(await verify({ ...definition(), requiresCompatibilities: ['EC2'] }), []);
    assert.equal((await verify(definition())).length, 1);
  });

  it('says what it could not fetch, and all the rest', async () => {
    await shop.close();
    const imageManifest = JSON.stringify({ config: { digest: 'sha256:1' } });
    const bodies: Record<string, Record<string, unknown>> = {
      BatchGetImage: { images: [{ imageManifest }] },
      GetDownloadUrlForLayer: { downloadUrl: 'http://127.0.0.1:9/layer' },
    };
    shop = await openStage({ speed: 200 }, (operation, answer) => {
      const body = bodies[operation];
      return body ? { status: 200, body } : answer;
    });
    furnish();
    rolesOf(shop.server.account).set('app', 'ec2.amazonaws.com');
    const findings = await verify(definition());
    assert.match(findings.find(({ line }) => line.includes('"image"'))?.message ?? '', /Not checked/);
    assert.ok(findings.some(({ message }) => message.includes('does not trust')));
  });

  it('compares the platform of the image with that of the task', async () => {
    furnish();
    const findings = await verify({ ...definition(), runtimePlatform: { cpuArchitecture: 'ARM64' } });
    assert.deepEqual(findings.length, 1);
    assert.match(findings[0]?.message ?? '', /linux\/amd64.*linux\/arm64/);
  });

  it('says what it may not ask, and goes on', async () => {
    furnish();
    shop.server.faults.add({ operation: 'iam:GetRole', kind: 'accessDenied' });
    const findings = await verify(definition());
    assert.deepEqual(
      findings.map(({ message }) => /not allowed to call iam:GetRole/.test(message)),
      [true, true],
    );
  });

  it('is told again by the question of Register, as long as the text is the same', async () => {
    const { run: register } = (await import('../../../src/ui/change/taskDefinition/registerRevision.ts')) as {
      run: Run;
    };
    const question = async (): Promise<string> => {
      await assert.rejects(register(shop.workbench, Uri.file('/taskdef.json')));
      return stage.asked.at(-1)?.text ?? '';
    };
    furnish();
    await verify(definition());
    assert.match(await question(), /\nVerified against the account: nothing that could be checked is wrong\./);
    const wrong = { ...definition(), taskRoleArn: `arn:aws:iam::${shop.server.account.id}:role/gone` };
    shop.server.faults.add({ operation: 'ssm:*', kind: 'accessDenied' });
    await verify(wrong);
    assert.match(
      await question(),
      /\nVerified against the account, this is not right:\n• .*gone.*\n1 could not be checked\./,
    );
    stage.documents.set('/taskdef.json', JSON.stringify({ ...wrong, cpu: '512', memory: '1024' }));
    assert.match(await question(), /\nNot verified against the account: /);
  });

  it('reads a value only for the key that is asked about, and shows none of it', async () => {
    furnish();
    const { verifySecretKey, parseSecret } = await import('../../../src/verify/verifySecret.ts');
    const context = { signal: new AbortController().signal };
    const reference = parseSecret(`${secretArn()}:nokey::`) ?? assert.fail();
    const verdicts = await verifySecretKey(shop.connection, reference, context);
    assert.match(verdicts[0]?.message ?? '', /no key nokey/);
    assert.doesNotMatch(JSON.stringify([verdicts, stage.said, stage.output]), new RegExp(canary));
  });

  it('holds a service file against its task definition', async () => {
    const service = {
      cluster: 'shop-dev-cluster',
      serviceName: 'web',
      taskDefinition: 'checkout-dev',
      desiredCount: 1,
      launchType: 'FARGATE',
    };
    assert.match((await verify(service))[0]?.message ?? '', /add networkConfiguration/);
    const network = { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } } };
    assert.deepEqual(await verify({ ...service, ...network }), []);
    assert.match(
      (await verify({ ...service, ...network, taskDefinition: 'nosuch' }))[0]?.message ?? '',
      /no task definition nosuch/,
    );
    const loadBalancers = [
      {
        targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/a/b',
        containerName: 'other',
        containerPort: 80,
      },
    ];
    const found = await verify({ ...service, ...network, loadBalancers });
    assert.ok(
      found.some(({ message }) => /no container other/.test(message)),
      JSON.stringify(found),
    );
  });
});
