import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { LogsState } from '../../simulator/logs/logsState.ts';
import { SHOP_REGION } from '../../simulator/seed/shop.ts';
import { stage, Uri } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { assertCancellable, type CommandStage, openStage, type Script } from './commandStage.ts';

const name = '/ecs/lantern';

describe('creating a log group', () => {
  let shop: CommandStage;
  let logs: LogsState;

  beforeEach(async () => {
    stage.clear();
    stage.problems.clear();
    shop = await openStage();
    ({ logs } = shop.server.account.region(SHOP_REGION));
  });
  afterEach(() => shop.close());

  const yes: Script = [
    ['How long are its events kept?', '30 days'],
    [`Create log group ${name}?`, 'Create'],
  ];
  const create = async (script: Script = yes) => {
    const run = await commandNamed('createLogGroup');
    return shop.act((workbench) => run(workbench, shop.connection, name), script);
  };
  const sent = (changes: Awaited<ReturnType<typeof create>>): string[] => changes.map(({ operation }) => operation);

  it('asks for what it does, where, and how long events are kept', async () => {
    const run = await commandNamed('createLogGroup');
    await assertCancellable(shop, (workbench) => run(workbench, shop.connection, name), yes);
    stage.asked.length = 0;
    assert.deepEqual(sent(await create()), ['CreateLogGroup', 'PutRetentionPolicy']);
    const { text } = stage.asked.at(-1) ?? assert.fail();
    for (const part of [shop.server.account.id, SHOP_REGION, `log group ${name}`, 'kept for 30 days'])
      assert.ok(text.includes(part), text);
    assert.equal(logs.groups.get(name)?.retentionInDays, 30);
    assert.match(stage.said.at(-1)?.text ?? '', /was created\. Its events are kept for 30 days\./);
  });

  it('asks for the name from the palette, and leaves events for ever where that is wanted', async () => {
    const run = await commandNamed('createLogGroup');
    const changes = await shop.act(run, [
      ['Name of the log group', name],
      ['How long are its events kept?', 'For ever'],
      [/for ever/, 'Create'],
    ]);
    assert.deepEqual(sent(changes), ['CreateLogGroup']);
    assert.ok(logs.groups.has(name));
  });

  it('sends nothing for one that is there', async () => {
    logs.createGroup(name);
    assert.deepEqual(sent(await create([])), []);
    assert.match(stage.said.at(-1)?.text ?? '', /There is a log group \/ecs\/lantern in eu-west-1 already/);
  });

  it('leaves the retention of one that somebody else makes meanwhile, and says what holds', async () => {
    const run = await commandNamed('createLogGroup');
    stage.answer = ({ kind }) => {
      if (kind === 'pick') return '30 days';
      logs.createGroup(name).retentionInDays = 365;
      return 'Create';
    };
    await run(shop.workbench, shop.connection, name);
    assert.equal(logs.groups.get(name)?.retentionInDays, 365);
    assert.match(stage.said.at(-1)?.text ?? '', /Somebody else created .* kept for 365 days/);
  });

  for (const operation of ['CreateLogGroup', 'PutRetentionPolicy']) {
    it(`is carried out once although ${operation} got no answer`, async () => {
      shop.server.faults.add({ operation: `logs:${operation}`, kind: 'resetAfter', count: 1 });
      assert.deepEqual(sent(await create()), ['CreateLogGroup', 'PutRetentionPolicy']);
      assert.equal(logs.groups.get(name)?.retentionInDays, 30);
    });
  }

  it('says why AWS refuses it, and nothing holds', async () => {
    logs.groupLimit = logs.groups.size;
    await assert.rejects(create(), /Resource limit exceeded/);
    assert.equal(logs.groups.has(name), false);
  });

  it('says what holds where the retention is refused', async () => {
    shop.server.faults.add({ operation: 'logs:PutRetentionPolicy', kind: 'accessDenied', count: 1 });
    const changes = await create([...yes, [/ended halfway[^]*Log group \/ecs\/lantern exists[^]*for ever/, 'Finish']]);
    assert.deepEqual(sent(changes), ['CreateLogGroup', 'PutRetentionPolicy']);
    assert.equal(logs.groups.get(name)?.retentionInDays, 30);
  });

  it('takes what was found with it out of Problems', async () => {
    const definition = {
      family: 'lantern',
      containerDefinitions: [
        {
          name: 'web',
          image: 'busybox:1',
          memory: 64,
          logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': name, 'awslogs-region': SHOP_REGION } },
        },
      ],
    };
    stage.documents.set('/taskdef.json', JSON.stringify(definition));
    const verify = await commandNamed('verifyAgainstAccount');
    await verify(shop.workbench, Uri.file('/taskdef.json'));
    const messages = (): string[] => (stage.problems.get('/taskdef.json') ?? []).map(({ message }) => message);
    assert.deepEqual(messages(), [`Log group ${name} does not exist: create it, or set awslogs-create-group.`]);
    await create();
    assert.deepEqual(messages(), []);
  });
});
