import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { commandNamed } from './commandNamed.ts';
import { assertCancellable, cluster, type CommandStage, openStage, type Script } from './commandStage.ts';
import { stage, Uri, virtualText } from '../../support/vscodeStandIn.ts';
import { changing } from '../../support/changing.ts';

/** Every command against the simulated account: exactly the calls that should be made, and none when it is left at any question. */
describe('commands that change a service', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  const both = async (name: string, argument: unknown, script: Script) => {
    const run = await commandNamed(name);
    await assertCancellable(shop, (workbench) => run(workbench, argument), script);
    return shop.act((workbench) => run(workbench, argument), script);
  };

  it('scales without sending a task definition', async () => {
    const changes = await both('scaleService', shop.service('checkout'), [
      ['Tasks of checkout', '3'],
      ['Desired count: 1 → 3', 'Scale'],
    ]);
    const { operation, input } = changes[0] ?? assert.fail();
    assert.equal(changes.length, 1);
    assert.equal(operation, 'UpdateService');
    assert.deepEqual(Object.keys(input).sort(), ['cluster', 'desiredCount', 'service']);
    assert.equal(input['desiredCount'], 3);
  });

  it('says that nothing is to be scaled', async () => {
    const run = await commandNamed('scaleService');
    const changes = await shop.act(
      (workbench) => run(workbench, shop.service('checkout')),
      [['Tasks of checkout', '1']],
    );
    assert.deepEqual(changes, []);
    assert.match(stage.said.at(-1)?.text ?? '', /already set to 1/);
  });

  it('asks for a service where it was not called on one', async () => {
    const changes = await both('scaleService', undefined, [
      ['Cluster', cluster],
      ['Service', 'checkout'],
      ['Tasks of checkout', '2'],
      ['Scale checkout from 1 to 2', 'Scale'],
    ]);
    assert.equal(changes.length, 1);
  });

  it('forces a new deployment', async () => {
    const changes = await both('forceNewDeployment', shop.service('checkout'), [
      ['Start all tasks of checkout anew', 'Force New Deployment'],
    ]);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['UpdateService'],
    );
    assert.equal(changes[0]?.input['forceNewDeployment'], true);
  });

  it('deploys a revision that is picked', async () => {
    const changes = await both('deployToService', shop.service('checkout'), [
      ['Revision of checkout-dev', 'checkout-dev:2'],
      ['checkout-dev:3 → checkout-dev:2', 'Deploy'],
    ]);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['UpdateService'],
    );
    assert.match(String(changes[0]?.input['taskDefinition']), /checkout-dev:2$/);
  });

  it('says how a deployment will go before it starts', async () => {
    const { deploymentLines } = await import('../../../src/ui/change/deployment/deploymentLines.ts');
    const lines = deploymentLines({
      deploymentConfiguration: {
        strategy: 'CANARY',
        canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 15 },
        bakeTimeInMinutes: 5,
        lifecycleHooks: [
          { targetType: 'PAUSE', lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] },
          { hookTargetArn: 'arn:aws:lambda:eu-west-1:1:function:smoke', lifecycleStages: ['PRE_SCALE_UP'] },
        ],
        alarms: { enable: true, rollback: true, alarmNames: ['errors'] },
      },
    });
    for (const part of [
      '10 %',
      '15 min',
      '5 minutes',
      'at post test traffic shift',
      'smoke at pre scale up',
      'roll it back: errors',
    ]) {
      assert.ok(
        lines.some((line) => line.includes(part)),
        `${part} in ${lines.join(' | ')}`,
      );
    }
  });

  it('deploys the image that is typed in place of one that the registry lists', async () => {
    const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:3.9.9';
    const changes = await both('deployImage', shop.service('checkout'), [
      ['Tag of 123456789012', 'Another image…'],
      ['Image of checkout', image],
      ['checkout-dev:3 → checkout-dev:4', 'Deploy'],
    ]);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['RegisterTaskDefinition', 'UpdateService'],
    );
    const containers = changes[0]?.input['containerDefinitions'] as { name: string; image: string }[];
    assert.equal(containers.find(({ name }) => name === 'checkout')?.image, image);
    const diff = stage.executed.findLast(({ command }) => command === 'vscode.diff');
    assert.match(virtualText(diff?.args[1]), /3\.9\.9/);
  });

  it('switches execute command', async () => {
    const before = shop.server.account.region('eu-west-1').ecs.clusters.get(cluster)?.services.get('checkout');
    const enabled = before?.settings.enableExecuteCommand === true;
    const [same, other] = enabled
      ? (['enableExecuteCommand', 'disableExecuteCommand'] as const)
      : (['disableExecuteCommand', 'enableExecuteCommand'] as const);
    const mark = shop.server.ledger.mark();
    await assert.rejects((await commandNamed(same))(shop.workbench, shop.service('checkout')), /already/);
    assert.deepEqual(shop.server.ledger.changes(mark), []);
    const changes = await both(other, shop.service('checkout'), [
      ['execute command for checkout', enabled ? 'Disable' : 'Enable'],
    ]);
    assert.deepEqual(
      changes.map(({ input }) => input['enableExecuteCommand']),
      [!enabled],
    );
    assert.equal('taskDefinition' in (changes[0]?.input ?? {}), false);
  });

  it('stops a task with the reason that was given', async () => {
    const tasks = shop.server.account.region('eu-west-1').ecs.clusters.get(cluster)?.services.get('checkout')?.tasks;
    const [task] = [...(tasks ?? [])];
    const { connection, clusterArn } = shop.service('checkout').resource;
    const resource = { kind: 'task', connection, clusterArn, taskArn: task?.data.taskArn };
    const changes = await both('stopTask', { resource }, [
      ['Reason for stopping', 'it hangs'],
      ['which will start another one', 'Stop Task'],
    ]);
    assert.deepEqual(
      changes.map(({ operation, input }) => [operation, input['reason']]),
      [['StopTask', 'it hangs']],
    );
  });

  it('runs a task in the network of a service', async () => {
    const changes = await both('runTask', shop.service('checkout'), [
      ['Service whose network', 'checkout'],
      ['Overrides', 'Change command or environment of checkout'],
      ['Command of checkout', 'bin/migrate --all "two words"'],
      ['Environment variables', 'SECRET_CODE=canary-5791'],
      ['How many tasks', '2'],
      ['Run 2 tasks of checkout-dev:3', 'Run Task'],
    ]);
    const { operation, input } = changes[0] ?? assert.fail();
    assert.equal(changes.length, 1);
    assert.equal(operation, 'RunTask');
    assert.ok(input['networkConfiguration']);
    assert.ok(input['clientToken']);
    assert.deepEqual(input['overrides'], {
      containerOverrides: [
        {
          name: 'checkout',
          command: ['bin/migrate', '--all', 'two words'],
          environment: [{ name: 'SECRET_CODE', value: 'canary-5791' }],
        },
      ],
    });
    const shown = JSON.stringify([stage.asked, stage.said, stage.output]);
    assert.doesNotMatch(shown.replaceAll('"choices":["canary-5791"]', ''), /canary-5791/);
  });

  it('runs a task in subnets that are typed where no service has a network', async () => {
    const changes = await both('runTask', shop.service('checkout'), [
      ['Service whose network', 'Other subnets…'],
      ['Ids such as', 'subnet-0a1b2c3d, subnet-0e1f2a3b'],
      ['Public IP', 'With a public IP'],
      ['Overrides', 'As registered'],
      ['How many tasks', '1'],
      ['Public IP: ENABLED', 'Run Task'],
    ]);
    const { networkConfiguration, launchType } = changes[0]?.input ?? {};
    assert.equal(launchType, 'FARGATE');
    assert.deepEqual(networkConfiguration, {
      awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d', 'subnet-0e1f2a3b'], assignPublicIp: 'ENABLED' },
    });
  });

  it('runs a task in bridge mode where a service of another mode runs, without its network', async () => {
    const { account } = await shop.connection.identity();
    const consent = { account, region: 'eu-west-1', resource: 'x', operation: 'RegisterTaskDefinition' } as const;
    const containerDefinitions = [{ name: 'job', image: 'busybox:1', memory: 64 }];
    const input = { family: 'bridged', networkMode: 'bridge' as const, containerDefinitions };
    await (await changing(shop.connection)).change('ecs', 'RegisterTaskDefinition', input, consent);
    const { connection, clusterArn } = shop.service('checkout').resource;
    const run = await commandNamed('runTask');
    const service = shop.server.account.region('eu-west-1').ecs.clusters.get(cluster)?.services.get('checkout');
    Object.assign(service?.settings ?? assert.fail(), { launchType: 'EC2', platformVersion: undefined });
    const changes = await shop.act(
      (workbench) => run(workbench, { resource: { kind: 'cluster', connection, clusterArn } }),
      [
        [/Family/, 'bridged'],
        ['Where to run it', 'checkout'],
        ['Overrides', 'As registered'],
        ['How many tasks', '1'],
        ['Capacity and network as service', 'Run Task'],
      ],
    );
    assert.equal(changes[0]?.input['networkConfiguration'], undefined);
    assert.equal(changes[0]?.input['launchType'], 'EC2');
    assert.ok(stage.asked.some(({ text, choices }) => text.includes('Where to run it') && choices.includes('EC2')));
  });

  it('rolls back to the revision that completed before', async () => {
    const changes = await both('rollBack', shop.service('checkout'), [
      ['checkout-dev:3 → checkout-dev:2', 'Roll Back'],
    ]);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['UpdateService'],
    );
    assert.match(String(changes[0]?.input['taskDefinition']), /checkout-dev:2$/);
  });

  it('stops and rolls back the deployment that runs', async () => {
    const deploy = await commandNamed('deployToService');
    await shop.act(
      (workbench) => deploy(workbench, shop.service('checkout')),
      [
        ['Revision of checkout-dev', 'checkout-dev:2'],
        ['checkout-dev:3 → checkout-dev:2', 'Deploy'],
      ],
    );
    const changes = await both('rollBack', shop.service('checkout'), [['roll it back', 'Roll Back']]);
    assert.deepEqual(
      changes.map(({ operation, input }) => [operation, input['stopType']]),
      [['StopServiceDeployment', 'ROLLBACK']],
    );
  });

  it('rolls back without the history as long as the service shows where to', async () => {
    const deploy = await commandNamed('deployToService');
    const run = await commandNamed('rollBack');
    const error = { name: 'AccessDeniedException', message: 'You may not.' };
    shop.server.faults.add({ operation: 'ecs:ListServiceDeployments', kind: 'error', error });
    await assert.rejects(
      run(shop.workbench, shop.service('checkout')),
      /checkout completed before cannot be read: [^]*Use Deploy to Service/,
    );
    await shop.act(
      (workbench) => deploy(workbench, shop.service('checkout')),
      [
        ['Revision of checkout-dev', 'checkout-dev:2'],
        ['checkout-dev:3 → checkout-dev:2', 'Deploy'],
      ],
    );
    const changes = await shop.act(
      (workbench) => run(workbench, shop.service('checkout')),
      [['checkout-dev:2 → checkout-dev:3', 'Roll Back']],
    );
    assert.match(String(changes[0]?.input['taskDefinition']), /checkout-dev:3$/);
  });

  it('shows the newest deployment alone where the history is closed, and nothing where only the answer is missing', async () => {
    const run = await commandNamed('showDeployment');
    shop.server.faults.add({ operation: 'ecs:ListServiceDeployments', kind: 'accessDenied' });
    await run(shop.workbench, shop.service('checkout'));
    assert.match(stage.panels[0]?.title ?? '', /checkout/);
    shop.server.faults.clear();
    shop.server.faults.add({ operation: 'ecs:ListServiceDeployments', kind: 'resetBefore' });
    await assert.rejects(run(shop.workbench, shop.service('checkout')), { kind: 'network' });
    assert.equal(stage.panels.length, 1);
  });

  it('explains instead of sending where CodeDeploy or another tool deploys', async () => {
    const service = shop.server.account.region('eu-west-1').ecs.clusters.get(cluster)?.services.get('checkout');
    assert.ok(service);
    for (const [type, words] of [
      ['CODE_DEPLOY', /CodeDeploy/],
      ['EXTERNAL', /external tool/i],
    ] as const) {
      service.settings.deploymentController = { type };
      for (const name of ['deployToService', 'forceNewDeployment', 'deployImage', 'rollBack', 'enableExecuteCommand']) {
        const run = await commandNamed(name);
        const mark = shop.server.ledger.mark();
        await assert.rejects(run(shop.workbench, shop.service('checkout')), words, name);
        assert.deepEqual(shop.server.ledger.changes(mark), []);
      }
    }
  });
});

describe('commands on files', () => {
  let shop: CommandStage;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ecs-files-'));
  });
  beforeEach(async () => {
    stage.clear();
    stage.folder = folder;
    shop = await openStage();
  });
  afterEach(() => shop.close());
  after(() => rm(folder, { recursive: true }));

  const write = async (name: string, text: string | object): Promise<Uri> => {
    const path = join(folder, name);
    await writeFile(path, typeof text === 'string' ? text : JSON.stringify(text, undefined, 2));
    return Uri.file(path);
  };

  const definition = (image: string) => ({
    family: 'from-file',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [{ name: 'web', image, essential: true }],
  });

  it('registers a file, and says so when the latest revision is the same', async () => {
    const run = await commandNamed('registerRevision');
    const uri = await write('task-definition.json', definition('public.ecr.aws/nginx/nginx:1.27'));
    const script: Script = [['Register from-file:1?', 'Register']];
    await assertCancellable(shop, (workbench) => run(workbench, uri), script);
    const changes = await shop.act((workbench) => run(workbench, uri), script);
    assert.deepEqual(
      changes.map(({ operation }) => operation),
      ['RegisterTaskDefinition'],
    );
    assert.deepEqual(await shop.act((workbench) => run(workbench, uri), []), []);
    assert.match(stage.said.at(-1)?.text ?? '', /already says exactly this/);
  });

  it('names the revision that will be made, although newer ones were deregistered', async () => {
    const run = await commandNamed('registerRevision');
    const uri = await write('task-definition.json', definition('nginx:1'));
    await shop.act((workbench) => run(workbench, uri), [['Register from-file:1?', 'Register']]);
    const { account } = await shop.connection.identity();
    const consent = { account, region: 'eu-west-1', resource: 'x', operation: 'DeregisterTaskDefinition' } as const;
    const { deregisterRevision } = await import('../../../src/aws/change/revision.ts');
    await deregisterRevision(await changing(shop.connection), 'from-file:1', consent);
    await shop.act((workbench) => run(workbench, uri), [['Register from-file:2?', 'Register']]);
    assert.ok(stage.asked.some(({ text }) => text.includes('the newest is 1')));
  });

  it('fills placeholders from .env, asks for the others, and registers none as it stands', async () => {
    const run = await commandNamed('registerRevision');
    await write('.env', 'IMAGE_TAG=1.27\n');
    const uri = await write('taskdef.json', definition('public.ecr.aws/${REPOSITORY_NAME}/nginx:${IMAGE_TAG}'));
    const changes = await shop.act(
      (workbench) => run(workbench, uri),
      [
        ['Value of REPOSITORY_NAME', 'nginx'],
        ['${IMAGE_TAG}: from .env', 'Register'],
      ],
    );
    const containers = changes[0]?.input['containerDefinitions'] as { image: string }[];
    assert.equal(containers[0]?.image, 'public.ecr.aws/nginx/nginx:1.27');
  });

  it('takes nothing out of the environment in an untrusted workspace', async () => {
    const run = await commandNamed('registerRevision');
    stage.trusted = false;
    await write('.env', 'IMAGE_TAG=1.27\n');
    const uri = await write('taskdef.json', definition('public.ecr.aws/nginx/nginx:${IMAGE_TAG}'));
    const changes = await shop.act(
      (workbench) => run(workbench, uri),
      [
        ['Value of IMAGE_TAG', '1.26'],
        ['as you entered it', 'Register'],
      ],
    );
    const containers = changes[0]?.input['containerDefinitions'] as { image: string }[];
    assert.equal(containers[0]?.image, 'public.ecr.aws/nginx/nginx:1.26');
  });

  it('lets a rule be passed over only where the settings alone make it an error', async () => {
    const run = await commandNamed('registerRevision');
    const uri = await write('task-definition.json', definition('public.ecr.aws/nginx/nginx:latest'));
    const { check } = await import('../../../src/taskdef/check.ts');
    const { parseDocument } = await import('../../../src/taskdef/document/document.ts');
    const text = JSON.stringify(definition('public.ecr.aws/nginx/nginx:latest'));
    const [finding] = check(parseDocument(text, { kind: 'taskDefinition' }));
    assert.ok(finding && finding.severity !== 'error');
    stage.settings = { 'ecs.taskDefinition.rules': { [finding.rule]: 'error' } };
    const script: Script = [
      [finding.rule, 'Register Anyway'],
      ['Register from-file:1?', 'Register'],
    ];
    await assertCancellable(shop, (workbench) => run(workbench, uri), script);
    assert.equal((await shop.act((workbench) => run(workbench, uri), script)).length, 1);
    const wrong = await write('wrong.task-definition.json', { ...definition('nginx:1'), memory: '99' });
    await assert.rejects(run(shop.workbench, wrong), /1 error/);
  });

  it('shows no value of an environment variable outside of the diff editor', async () => {
    const run = await commandNamed('registerRevision');
    const canary = 'canary-env-91ab';
    const withValue = (value: string) => {
      const [container] = definition('nginx:1').containerDefinitions;
      return {
        ...definition('nginx:1'),
        containerDefinitions: [{ ...container, environment: [{ name: 'KEY', value }] }],
      };
    };
    const uri = await write('task-definition.json', withValue('harmless'));
    await shop.act((workbench) => run(workbench, uri), [['Register from-file:1?', 'Register']]);
    await write('task-definition.json', withValue(canary));
    await shop.act((workbench) => run(workbench, uri), [['KEY', 'Register']]);
    const titles = stage.executed.map(({ args }) => args.filter((one) => typeof one === 'string'));
    assert.doesNotMatch(JSON.stringify([stage.asked, stage.said, stage.output, titles]), new RegExp(canary));
  });

  it('asks about tags that the file would lose', async () => {
    const run = await commandNamed('registerRevision');
    const uri = await write('task-definition.json', {
      ...definition('nginx:1'),
      tags: [{ key: 'team', value: 'shop' }],
    });
    await shop.act((workbench) => run(workbench, uri), [['Register from-file:1?', 'Register']]);
    const bare = await write('task-definition.json', definition('nginx:2'));
    const changes = await shop.act(
      (workbench) => run(workbench, bare),
      [
        ['says nothing of tags', 'Keep the tags of from-file:1'],
        ['Register from-file:2?', 'Register'],
      ],
    );
    assert.deepEqual(changes[0]?.input['tags'], [{ key: 'team', value: 'shop' }]);
  });

  it('asks for the task definition that a file of ecspresso does not name', async () => {
    const run = await commandNamed('applyServiceDefinition');
    const uri = await write('ecs-service-def.json', {
      desiredCount: 1,
      runningCount: 0,
      pendingCount: 0,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d'], assignPublicIp: 'DISABLED' } },
    });
    const script: Script = [
      ['Name of the service', 'from-ecspresso'],
      ['Cluster', cluster],
      ['Family', 'checkout-dev'],
      [/taskDefinition: checkout-dev:3[^]*Left out.*: runningCount, pendingCount/, 'Create'],
    ];
    await assertCancellable(shop, (workbench) => run(workbench, uri), script);
    const [created] = await shop.act((workbench) => run(workbench, uri), script);
    assert.match(String(created?.input['taskDefinition']), /checkout-dev:3$/);
  });

  it('creates a service from a file, then updates only what the file says otherwise', async () => {
    const run = await commandNamed('applyServiceDefinition');
    const file = {
      cluster,
      serviceName: 'from-file',
      taskDefinition: 'checkout-dev',
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d'], assignPublicIp: 'DISABLED' } },
    };
    const uri = await write('ecs-service-def.json', file);
    const script: Script = [['Create service from-file?', 'Create']];
    await assertCancellable(shop, (workbench) => run(workbench, uri), script);
    const created = await shop.act((workbench) => run(workbench, uri), script);
    assert.deepEqual(
      created.map(({ operation }) => operation),
      ['CreateService'],
    );
    assert.ok(created[0]?.input['clientToken']);

    assert.deepEqual(await shop.act((workbench) => run(workbench, uri), []), []);
    assert.match(stage.said.at(-1)?.text ?? '', /is already as/);

    await write('ecs-service-def.json', { ...file, desiredCount: 2 });
    const updated = await shop.act((workbench) => run(workbench, uri), [['desiredCount: 1 → 2', 'Update']]);
    assert.deepEqual(
      updated.map(({ operation }) => operation),
      ['UpdateService'],
    );
    assert.deepEqual(Object.keys(updated[0]?.input ?? {}).sort(), ['cluster', 'desiredCount', 'service']);

    const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/checkout/1';
    const loadBalancers = [{ targetGroupArn, containerName: 'checkout', containerPort: 1 }];
    await write('ecs-service-def.json', { ...file, desiredCount: 2, loadBalancers });
    const refused: Script = [
      [/ECS would refuse this for service from-file:\n• .* port 1 of container checkout/, 'Update Anyway'],
    ];
    await assert.rejects(
      shop.act((workbench) => run(workbench, uri), refused),
      /did not have a container port 1/,
    );

    await write('ecs-service-def.json', { ...file, desiredCount: 2, launchType: 'EC2' });
    await assert.rejects(run(shop.workbench, uri), /cannot change/);
  });

  it('takes the input of UpdateService, which changes what it names of a service that there is', async () => {
    const run = await commandNamed('applyServiceDefinition');
    const update = { cluster, service: 'checkout', desiredCount: 4, forceNewDeployment: true };
    const uri = await write('ecs-service-update.json', update);
    const updated = await shop.act((workbench) => run(workbench, uri), [['forceNewDeployment', 'Update']]);
    assert.deepEqual(
      updated.map(({ operation }) => operation),
      ['UpdateService'],
    );
    const { desiredCount, forceNewDeployment, ...rest } = updated[0]?.input ?? {};
    assert.deepEqual([desiredCount, forceNewDeployment], [4, true]);
    assert.deepEqual(Object.keys(rest).sort(), ['cluster', 'service']);
    await write('ecs-service-update.json', { ...update, service: 'nowhere' });
    await assert.rejects(run(shop.workbench, uri), /There is no service nowhere/);
  });

  it('takes the answer of DescribeServices, wrapped as it is', async () => {
    const run = await commandNamed('applyServiceDefinition');
    const { services } = await shop.connection.read('ecs', 'DescribeServices', { cluster, services: ['checkout'] });
    const uri = await write('describe-services.json', { services, failures: [] });
    assert.deepEqual(await shop.act((workbench) => run(workbench, uri), []), []);
    assert.match(stage.said.at(-1)?.text ?? '', /is already as/);
  });
});
