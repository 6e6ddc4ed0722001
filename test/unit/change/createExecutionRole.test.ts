import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { eventually } from '../../support/eventually.ts';
import { connectTo } from '../../support/awsFiles.ts';
import { rolesOf } from '../../simulator/iam/roles.ts';
import { secretKeysOf, secretsOf } from '../../simulator/secrets/secretsService.ts';
import { SHOP_REGION } from '../../simulator/seed/shop.ts';
import { parametersOf } from '../../simulator/ssm/ssmService.ts';
import { stage, Uri, virtualText, workspace } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { assertCancellable, type CommandStage, openStage, type Script } from './commandStage.ts';

const path = '/lantern/task-definition.json';
const managed = 'AmazonECSTaskExecutionRolePolicy, and what it lacks';
const least = 'Only what this file needs';
const pullAndLog = 'service-role/AmazonECSTaskExecutionRolePolicy';

describe('creating the execution role of a file', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    stage.problems.clear();
    shop = await openStage();
    stage.documents.set(path, JSON.stringify(definition(), undefined, 2));
  });
  afterEach(() => shop.close());

  const definition = (more: object = {}) => ({
    family: 'lantern',
    containerDefinitions: [
      {
        name: 'web',
        image: `${shop.server.account.id}.dkr.ecr.${SHOP_REGION}.amazonaws.com/shop/web:1.0`,
        memory: 64,
        secrets: [{ name: 'URL', valueFrom: '/shop/url' }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/lantern', 'awslogs-region': SHOP_REGION },
        },
        ...more,
      },
    ],
  });
  const script = (policies: string): Script => [
    ['What the role is allowed', policies],
    ['Name of the role', 'lantern-execution'],
    ['Create role lantern-execution?', 'Create'],
  ];
  const create = async (answers: Script) => {
    const run = await commandNamed('createExecutionRole');
    return shop.act((workbench) => run(workbench, Uri.file(path)), answers);
  };
  const role = () => rolesOf(shop.server.account).get('lantern-execution');
  const sent = (changes: Awaited<ReturnType<typeof create>>): string[] => changes.map(({ operation }) => operation);

  it('asks for what it is allowed, its name and the whole, and leaves at each', async () => {
    const run = await commandNamed('createExecutionRole');
    await assertCancellable(shop, (workbench) => run(workbench, Uri.file(path)), script(least));
  });

  it('shows trust and policy before it asks, and makes just that', async () => {
    assert.deepEqual(sent(await create(script(least))), ['CreateRole', 'PutRolePolicy']);
    const opened = stage.executed.find(({ command }) => command === 'vscode.open');
    const shown = JSON.parse(virtualText(opened?.args[0])) as {
      AssumeRolePolicyDocument: object;
      Policies: { PolicyDocument: { Statement: { Action: string[] }[] } }[];
    };
    assert.equal(role()?.trust, JSON.stringify(shown.AssumeRolePolicyDocument));
    assert.equal(role()?.inline.get('ecs-execution'), JSON.stringify(shown.Policies[0]?.PolicyDocument));
    const actions = shown.Policies[0]?.PolicyDocument.Statement.flatMap(({ Action }) => Action) ?? [];
    assert.deepEqual(actions.toSorted(), [
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:GetAuthorizationToken',
      'ecr:GetDownloadUrlForLayer',
      'kms:Decrypt',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'ssm:GetParameters',
    ]);
    assert.match(role()?.trust ?? '', new RegExp(`"aws:SourceAccount":"${shop.server.account.id}"`));
    const { text } = stage.asked.at(-1) ?? assert.fail();
    for (const part of [
      shop.server.account.id,
      SHOP_REGION,
      'role lantern-execution',
      'ssm:GetParameters: arn:aws:ssm',
      'ecs-tasks.amazonaws.com',
    ])
      assert.ok(text.includes(part), text);
  });

  it('names the keys that encrypt its secrets, and none where they are AWS’s own', async () => {
    const region = shop.server.account.region(SHOP_REGION);
    const secret = `arn:aws:secretsmanager:${SHOP_REGION}:${shop.server.account.id}:secret:db-a1B2c3`;
    const key = `arn:aws:kms:${SHOP_REGION}:${shop.server.account.id}:key/0a1b2c3d`;
    secretsOf(region).set(secret, '{}');
    parametersOf(region).add('/shop/url');
    const secrets = [
      { name: 'DB', valueFrom: secret },
      { name: 'URL', valueFrom: '/shop/url' },
    ];
    stage.documents.set(path, JSON.stringify(definition({ secrets })));
    await create(script(least));
    assert.doesNotMatch(role()?.inline.get('ecs-execution') ?? '', /kms:/);
    rolesOf(shop.server.account).delete('lantern-execution');
    secretKeysOf(region).set(secret, key);
    await create(script(least));
    const { Statement } = JSON.parse(role()?.inline.get('ecs-execution') ?? '') as {
      Statement: { Action: string[] }[];
    };
    assert.deepEqual(
      Statement.filter(({ Action }) => Action.includes('kms:Decrypt')),
      [
        {
          Sid: 'DecryptWithCustomerKeys',
          Effect: 'Allow',
          Action: ['kms:Decrypt'],
          Resource: [key],
          Condition: { StringEquals: { 'kms:ViaService': `secretsmanager.${SHOP_REGION}.amazonaws.com` } },
        },
      ],
    );
  });

  it('attaches AWS’s own policy where that is wanted, and allows only what that lacks', async () => {
    assert.deepEqual(sent(await create(script(managed))), ['CreateRole', 'PutRolePolicy', 'AttachRolePolicy']);
    assert.deepEqual(
      [...(role()?.attached ?? [])],
      ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
    );
    assert.match(role()?.inline.get('ecs-execution') ?? '', /ssm:GetParameters/);
    assert.doesNotMatch(role()?.inline.get('ecs-execution') ?? '', /ecr:|logs:/);
  });

  it('makes a role that Verify Against Account has nothing against, once the file names it', async () => {
    stage.press = (buttons) => buttons.find((one) => one === 'Name It in the File');
    await create(script(least));
    const written = await eventually('the edit', async () => {
      const text = stage.documents.get(path) ?? '';
      return text.includes('executionRoleArn') ? text : undefined;
    });
    assert.match(written, /"executionRoleArn": "arn:aws:iam::\d+:role\/lantern-execution"/);
  });

  it('is offered where a file names a role that is not there, which is no problem any more then', async () => {
    const arn = `arn:aws:iam::${shop.server.account.id}:role/lantern-execution`;
    stage.documents.set(path, JSON.stringify({ ...definition(), executionRoleArn: arn }, undefined, 2));
    const verify = await commandNamed('verifyAgainstAccount');
    await verify(shop.workbench, Uri.file(path));
    const messages = (): string[] => (stage.problems.get(path) ?? []).map(({ message }) => message);
    const isMissing = (): boolean =>
      messages().some((message) => message.includes('There is no role lantern-execution'));
    assert.ok(isMissing());
    const document = await workspace.openTextDocument(Uri.file(path));
    const { AccountFindings } = await import('../../../src/ui/change/taskDefinition/accountFindings.ts');
    const problem = stage.problems.get(path)?.find(({ message }) => message.includes('There is no role'));
    const actions = shop.workbench
      .own(AccountFindings)
      .provideCodeActions(document as never, (problem?.range ?? assert.fail()) as never);
    assert.deepEqual(
      actions.map(({ title, command }) => [title, command?.command]),
      [['Create role lantern-execution…', 'ecs.createExecutionRole']],
    );
    await create(script(least));
    assert.ok(!isMissing());
  });

  it('is no repair where the role is there and lacks something: the policy that it needs is copied', async () => {
    rolesOf(shop.server.account).add('lantern-execution', {
      trusts: 'ecs-tasks.amazonaws.com',
      attached: [pullAndLog],
    });
    const arn = `arn:aws:iam::${shop.server.account.id}:role/lantern-execution`;
    stage.documents.set(path, JSON.stringify({ ...definition(), executionRoleArn: arn }, undefined, 2));
    await (
      await commandNamed('verifyAgainstAccount')
    )(shop.workbench, Uri.file(path));
    const problem = stage.problems.get(path)?.find(({ message }) => message.includes('ssm:GetParameters'));
    const document = await workspace.openTextDocument(Uri.file(path));
    const { AccountFindings } = await import('../../../src/ui/change/taskDefinition/accountFindings.ts');
    const actions = shop.workbench
      .own(AccountFindings)
      .provideCodeActions(document as never, (problem?.range ?? assert.fail()) as never);
    assert.deepEqual(
      actions.map(({ title, command }) => [title, command?.command]),
      [['Copy the policy that role lantern-execution needs…', 'ecs.copyPolicy']],
    );
  });

  it('says what IAM says of a role that is there, and sends nothing', async () => {
    rolesOf(shop.server.account).set('lantern-execution', 'ecs-tasks.amazonaws.com');
    const mark = shop.server.ledger.mark();
    await assert.rejects(create(script(least).slice(0, 2)), /There is a role lantern-execution already/);
    assert.deepEqual(shop.server.ledger.changes(mark), []);
  });

  it('has nothing to make for a file that needs none', async () => {
    stage.documents.set(
      path,
      JSON.stringify({ family: 'a', containerDefinitions: [{ name: 'web', image: 'busybox:1', memory: 64 }] }),
    );
    assert.deepEqual(sent(await create([])), []);
    assert.match(stage.said.at(-1)?.text ?? '', /needs no execution role/);
  });

  it('takes back what was done where a later step is refused', async () => {
    shop.server.faults.add({ operation: 'iam:PutRolePolicy', kind: 'accessDenied', count: 1 });
    const mark = shop.server.ledger.mark();
    await assert.rejects(create(script(managed)), /taken back: nothing is different/);
    assert.deepEqual(
      shop.server.ledger.changes(mark).map(({ operation }) => operation),
      ['CreateRole', 'DeleteRole'],
    );
    assert.equal(role(), undefined);
  });

  for (const operation of ['CreateRole', 'PutRolePolicy', 'AttachRolePolicy']) {
    it(`is carried out once although ${operation} got no answer`, async () => {
      shop.server.faults.add({ operation: `iam:${operation}`, kind: 'resetAfter', count: 1 });
      assert.deepEqual(sent(await create(script(managed))), ['CreateRole', 'PutRolePolicy', 'AttachRolePolicy']);
      assert.ok(role()?.inline.has('ecs-execution'));
    });
  }

  it('is refused before anything is asked where the guard makes everything read-only', async () => {
    const guarded = await connectTo({ profile: 'shop' }, { guardRules: () => ({ shop: 'read-only' }) });
    const run = await commandNamed('createExecutionRole');
    shop.workbench.connections.forUri = async () => guarded;
    await assert.rejects(run(shop.workbench, Uri.file(path)), /makes .* read-only/);
    assert.deepEqual(stage.asked, []);
    guarded.dispose();
  });

  it('says that placeholders left resources open', async () => {
    stage.documents.set(
      path,
      JSON.stringify(
        definition({
          image: `${shop.server.account.id}.dkr.ecr.${SHOP_REGION}.amazonaws.com/\${REPOSITORY_OF_LANTERN}:1`,
        }),
      ),
    );
    await create(script(least));
    assert.match(stage.asked.at(-1)?.text ?? '', /Where the file has placeholders/);
  });
});

describe('copying the policy of a role', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
    stage.documents.set(
      path,
      JSON.stringify({
        family: 'lantern',
        taskRoleArn: 'arn:aws:iam::123456789012:role/lantern-task',
        containerDefinitions: [
          { name: 'web', image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1', memory: 64 },
        ],
      }),
    );
  });
  afterEach(() => shop.close());

  const copy = async (role: string, form: string): Promise<string> => {
    const run = await commandNamed('copyPolicy');
    const mark = shop.server.ledger.mark();
    const changes = await shop.act(
      (workbench) => run(workbench, Uri.file(path)),
      [['Whose policy', role], ...(form ? ([['How it is written', form]] as const) : [])],
    );
    assert.deepEqual(changes, []);
    assert.equal(shop.server.ledger.count('*', mark), 0, 'it needs no account');
    return stage.output.at(-1) ?? '';
  };

  it('is JSON, CloudFormation or Terraform, of either role', async () => {
    assert.match(JSON.stringify(JSON.parse(await copy('Execution role', 'JSON'))), /ecr:BatchGetImage/);
    assert.match(
      await copy('Execution role', 'CloudFormation'),
      /Type: AWS::IAM::Role[^]*RoleName: "lantern-execution"/,
    );
    assert.match(
      await copy('Task role, with ECS Exec', 'Terraform'),
      /name {15}= "lantern-task"[^]*ssmmessages:OpenDataChannel/,
    );
  });

  it('is that of a revision, or of what a service runs, for a row', async () => {
    const run = await commandNamed('copyPolicy');
    const { resource } = shop.service('checkout');
    const taskDefinitionArn = resource.serviceArn.replace(/service\/.*/, 'task-definition/checkout-dev:1');
    for (const row of [resource, { kind: 'revision', connection: shop.connection, taskDefinitionArn }]) {
      await shop.act(
        (workbench) => run(workbench, { resource: row }),
        [
          ['Whose policy', 'Execution role'],
          ['How it is written', 'JSON'],
        ],
      );
      assert.match(stage.output.at(-1) ?? '', /:secret:shop\/dev\/checkout-a1B2c3"/);
    }
  });

  it('says where there is nothing to copy', async () => {
    await copy('Task role', '');
    assert.match(stage.said.at(-1)?.text ?? '', /ECS itself needs no task role/);
  });
});
