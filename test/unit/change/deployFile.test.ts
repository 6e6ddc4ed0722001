import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fetchTaskDefinition } from '../../../src/aws/read/taskDefinitions.ts';
import { registrableText } from '../../../src/taskdef/register/normalise.ts';
import { eventually } from '../../support/eventually.ts';
import { stage, Uri } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { assertCancellable, cluster, type CommandStage, openStage, type Script } from './commandStage.ts';

interface File {
  containerDefinitions: { name: string; image: string; portMappings?: object[] }[];
}

/** From a file to a service in one flow, whatever is there already. */
describe('deploying a file', () => {
  let shop: CommandStage;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ecs-deploy-'));
  });
  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());
  after(() => rm(folder, { recursive: true }));

  async function write(tag: string, change: (file: File) => void = () => undefined): Promise<Uri> {
    const { taskDefinition, tags } = await fetchTaskDefinition(shop.connection, 'checkout-dev');
    const file = JSON.parse(registrableText(taskDefinition, tags)) as File;
    for (const container of file.containerDefinitions) container.image = container.image.replace(/:[^:]+$/, `:${tag}`);
    change(file);
    const path = join(folder, 'task-definition.json');
    await writeFile(path, JSON.stringify(file, undefined, 2));
    return Uri.file(path);
  }

  const register = ['Register checkout-dev:4?', 'Register'] as const;
  const where = ['Deploy checkout-dev:4: Service to deploy to', 'checkout'] as const;
  const choicesOf = (text: string): string[] =>
    stage.asked.findLast((asked) => asked.text.includes(text))?.choices ?? assert.fail(`${text} was not asked`);

  it('registers it, asks where, and deploys it with a consent of its own', async () => {
    const run = await commandNamed('deployFile');
    const uri = await write('3.4.0');
    const script: Script = [register, where, ['Deploy checkout-dev:4 to checkout?', 'Deploy']];
    const changes = await shop.act((workbench) => run(workbench, uri), script);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['RegisterTaskDefinition', 'UpdateService'],
    );
    assert.match(String(changes[1]?.input['taskDefinition']), /checkout-dev:4$/);
    const [question] = stage.asked.filter(({ text }) => text.startsWith('Deploy checkout-dev:4 to checkout?'));
    for (const part of [shop.server.account.id, 'eu-west-1', `${cluster}/checkout`, 'checkout-dev:3 → checkout-dev:4'])
      assert.ok(question?.text.includes(part), `${part} in ${question?.text}`);
  });

  it('shows the services of the family first, the others below, and a new one at the end', async () => {
    const run = await commandNamed('deployFile');
    const uri = await write('3.4.0');
    await assert.rejects(shop.act((workbench) => run(workbench, uri), [register]));
    const choices = choicesOf('Service to deploy to');
    assert.equal(choices[0], 'checkout');
    assert.ok(choices.includes('storefront'), choices.join());
    assert.equal(choices.at(-1), 'Create Service…');
  });

  it('offers a new service first where none runs the family yet', async () => {
    const run = await commandNamed('deployFile');
    const uri = await write('3.4.0', (file) => void Object.assign(file, { family: 'teapot' }));
    const script: Script = [['Register teapot:1?', 'Register']];
    await assert.rejects(shop.act((workbench) => run(workbench, uri), script));
    const choices = choicesOf('Deploy teapot:1: Service to deploy to');
    assert.equal(choices[0], 'Create Service…');
    assert.equal(choices.filter((choice) => choice === 'Create Service…').length, 1);
  });

  it('registers nothing when the first question is left, and names the revision when a later one is', async () => {
    const run = await commandNamed('deployFile');
    const uri = await write('3.4.0');
    await assertCancellable(shop, (workbench) => run(workbench, uri), [register]);
    const mark = shop.server.ledger.mark();
    await assert.rejects(shop.act((workbench) => run(workbench, uri), [register, where]));
    assert.deepEqual(
      shop.server.ledger.changes(mark).map(({ operation }) => operation),
      ['RegisterTaskDefinition'],
    );
    assert.deepEqual(stage.said.at(-1), {
      kind: 'information',
      text: 'checkout-dev:4 is registered, and not deployed.',
      buttons: ['Deploy…'],
    });
  });

  it('names the revision that was registered when it is not deployed for another reason', async () => {
    const run = await commandNamed('deployFile');
    const uri = await write('3.4.0');
    const error = { name: 'AccessDeniedException', message: 'You may not.' };
    shop.server.faults.add({ operation: 'ecs:UpdateService', kind: 'error', error });
    const script: Script = [register, where, ['Deploy checkout-dev:4 to checkout?', 'Deploy']];
    await assert.rejects(
      shop.act((workbench) => run(workbench, uri), script),
      /^UserError: checkout-dev:4 is registered\. Your AWS identity is not allowed/,
    );
  });

  it('offers the service that took the family last on top', async () => {
    const run = await commandNamed('deployFile');
    const uri = await write('3.4.0');
    const places = (): number => choicesOf('Service to deploy to').indexOf('storefront');
    await shop
      .act(
        (workbench) => run(workbench, uri),
        [register, [where[0], 'storefront'], ['Deploy checkout-dev:4 to storefront?', 'Deploy Anyway']],
      )
      .catch((error: unknown) => assert.match(String(error), /does not exist in the task definition/));
    assert.ok(places() > 0);
    const storefront = shop.server.account.region('eu-west-1').ecs.clusters.get(cluster)?.services.get('storefront');
    Object.assign(storefront?.spec ?? assert.fail(), { loadBalancers: [] });
    await shop.act(
      (workbench) => run(workbench, uri),
      [
        [where[0], 'storefront'],
        ['Deploy checkout-dev:4 to storefront?', 'Deploy'],
      ],
    );
    const next = await write('3.4.1');
    await assert.rejects(shop.act((workbench) => run(workbench, next), [['Register checkout-dev:5?', 'Register']]));
    assert.equal(places(), 0);
  });

  it('says when it is registered what speaks against the service that took the family last', async () => {
    const run = await commandNamed('deployFile');
    const uri = await write('3.4.0');
    await shop.act(
      (workbench) => run(workbench, uri),
      [register, where, ['Deploy checkout-dev:4 to checkout?', 'Deploy']],
    );
    const next = await write('3.4.1', ({ containerDefinitions }) => {
      for (const container of containerDefinitions) container.portMappings = [];
    });
    const says = /^Register checkout-dev:5\?[^]*ECS would refuse this for service checkout:\n• .* port 8080/;
    await assert.rejects(shop.act((workbench) => run(workbench, next), [[says, 'Register']]));
    assert.match(stage.asked.at(-1)?.text ?? '', /Service to deploy to/);
  });

  it('asks for the cluster first where there are too many services to read', async () => {
    const clusters = shop.server.account.region('eu-west-1').ecs.clusters;
    const staging = clusters.get('shop-staging-cluster') ?? assert.fail();
    const [one] = [...staging.services.values()];
    for (let index = 0; index < 200; index++) staging.services.set(`more-${index}`, one ?? assert.fail());
    const run = await commandNamed('deployFile');
    const uri = await write('3.4.0');
    const changes = await shop.act(
      (workbench) => run(workbench, uri),
      [register, [where[0], cluster], where, ['Deploy checkout-dev:4 to checkout?', 'Deploy']],
    );
    assert.equal(changes.length, 2);
    await write('3.4.1');
    await assert.rejects(shop.act((workbench) => run(workbench, uri), [['Register checkout-dev:5?', 'Register']]));
    assert.deepEqual(choicesOf('Deploy checkout-dev:5: Service to deploy to'), [
      'checkout',
      cluster,
      'shop-prod-cluster',
      'shop-staging-cluster',
      'Create Service…',
    ]);
  });

  it('makes a new service of it, which is followed like every deployment', async () => {
    stage.settings = { 'ecs.deployments.openView': true };
    const run = await commandNamed('deployFile');
    const uri = await write('3.4.0');
    const script: Script = [
      register,
      [where[0], 'Create Service…'],
      ['Create Service: Cluster', cluster],
      ['Name of the service', 'checkout-two'],
      ['Where its tasks run', 'FARGATE'],
      ['Subnets and security groups', 'Type subnets and security groups…'],
      ['Ids such as', 'subnet-0a1b2c3d'],
      ['Public address', 'No public address'],
      ['Target group', 'No load balancer'],
      ['Desired count', '1'],
      ['Create service checkout-two?', 'Create'],
    ];
    const changes = await shop.act((workbench) => run(workbench, uri), script);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['RegisterTaskDefinition', 'CreateService'],
    );
    assert.match(String(changes[1]?.input['taskDefinition']), /checkout-dev:4$/);
    const question = stage.asked.at(-1)?.text ?? '';
    for (const part of [shop.server.account.id, 'eu-west-1', `${cluster}/checkout-two`])
      assert.ok(question.includes(part));
    await eventually('the end', async () =>
      stage.said.find(({ text }) => text === 'checkout-two runs checkout-dev:4: deployment completed.'),
    );
    assert.match(stage.panels[0]?.title ?? '', /checkout-two/);
  });

  it('says before the deployment what ECS would refuse of the revision', async () => {
    const run = await commandNamed('deployFile');
    const uri = await write('3.4.0', ({ containerDefinitions }) => {
      for (const container of containerDefinitions) container.portMappings = [{ containerPort: 9999, protocol: 'tcp' }];
    });
    const script: Script = [
      register,
      where,
      [
        /ECS would refuse this for service checkout:\n• The load balancer of the service needs port \d+/,
        'Deploy Anyway',
      ],
    ];
    await assert.rejects(
      shop.act((workbench) => run(workbench, uri), script),
      /did not have a container port/,
    );
  });
});

describe('creating a service from the palette', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  const script: Script = [
    ['Create Service: Cluster', cluster],
    ['Task definition', 'checkout-dev'],
    ['Name of the service', 'another'],
    ['Where its tasks run', 'FARGATE'],
    ['Subnets and security groups', 'Type subnets and security groups…'],
    ['Ids such as', 'subnet-0a1b2c3d'],
    ['Public address', 'No public address'],
    ['Target group', 'No load balancer'],
    ['Desired count', '1'],
    ['Create service another?', 'Create'],
  ];

  it('asks for the cluster, and leaves nothing when it is left', async () => {
    const run = await commandNamed('createService');
    await assertCancellable(shop, (workbench) => run(workbench), script);
    const changes = await shop.act((workbench) => run(workbench), script);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['CreateService'],
    );
    await eventually('the end', async () =>
      stage.said.find(({ text }) => text === 'another runs checkout-dev:3: deployment completed.'),
    );
  });

  it('is no failure when it is deleted while its first tasks start', async () => {
    await shop.close();
    shop = await openStage({ speed: 20 });
    const run = await commandNamed('createService');
    await shop.act((workbench) => run(workbench), script);
    const remove = await commandNamed('deleteService');
    await shop.act(
      (workbench) => remove(workbench, shop.service('another')),
      [
        ['Delete service another?', 'Delete…'],
        ['Type “another”', 'another'],
      ],
    );
    const told = await eventually('its end', async () =>
      stage.said.find(({ text }) => text.startsWith('Service another was deleted while')),
    );
    assert.equal(told.kind, 'warning');
  });

  it('leads to a first cluster where there is none', async () => {
    shop.server.account.region('eu-west-1').ecs.clusters.clear();
    const run = await commandNamed('createService');
    await assert.rejects(run(shop.workbench), (error: Error) => {
      assert.equal(error.message, 'There is no cluster in eu-west-1.');
      assert.equal((error as unknown as { wayOut?: { command: string } }).wayOut?.command, 'ecs.createCluster');
      return true;
    });
  });
});
