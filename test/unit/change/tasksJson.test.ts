import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { connectTo } from '../../support/awsFiles.ts';
import type { Answer } from '../../support/otherServer.ts';
import { stage, Uri } from '../../support/vscodeStandIn.ts';
import type { TasksJsonTask } from '../../../src/ui/change/tasksJson/tasksJsonTask.ts';
import { cluster, type CommandStage, openStage, type Script } from './commandStage.ts';

/** Tasks of tasks.json: the same differences and questions as the commands, with an exit code at the end. */
describe('an ecs task', () => {
  let shop: CommandStage;
  let folder: string;
  let lines: string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ecs-tasks-'));
  });
  beforeEach(async () => {
    stage.clear();
    lines = [];
    shop = await openStage();
  });
  afterEach(() => shop.close());
  after(() => rm(folder, { recursive: true }));

  async function runTask(task: Omit<TasksJsonTask, 'type'>, script: Script, text?: object) {
    const { runTasksJsonTask } = await import('../../../src/ui/change/tasksJson/runTasksJsonTask.ts');
    const path = join(folder, 'task-definition.json');
    if (text) await writeFile(path, JSON.stringify(text, undefined, 2));
    let succeeded: boolean | undefined;
    const changes = await shop.act(async (workbench) => {
      const file = text && (Uri.file(path) as never);
      succeeded = await runTasksJsonTask(workbench, { type: 'ecs', ...task } as TasksJsonTask, {
        file,
        tell: (line) => lines.push(line),
      });
    }, script);
    return { succeeded, operations: changes.map(({ operation }) => operation) };
  }

  async function checkoutFile(image: string): Promise<object> {
    const { fetchTaskDefinition } = await import('../../../src/aws/read/taskDefinitions.ts');
    const { registrableText } = await import('../../../src/taskdef/register/normalise.ts');
    const { taskDefinition, tags } = await fetchTaskDefinition(shop.connection, 'checkout-dev');
    const file = JSON.parse(registrableText(taskDefinition, tags)) as { containerDefinitions: { image: string }[] };
    for (const container of file.containerDefinitions)
      container.image = container.image.replace(/:[^:]+$/, `:${image}`);
    return file;
  }

  it('registers, deploys and waits for the end', async () => {
    const script: Script = [
      ['Register checkout-dev:4?', 'Register'],
      ['Deploy checkout-dev:4 to checkout?', 'Deploy'],
    ];
    const file = await checkoutFile('3.4.0');
    const done = await runTask({ command: 'deploy', cluster, service: 'checkout' }, script, file);
    assert.deepEqual(done, { succeeded: true, operations: ['RegisterTaskDefinition', 'UpdateService'] });
    assert.match(lines.at(-1) ?? '', /deployment completed/);
    assert.deepEqual(await runTask({ command: 'wait', cluster, service: 'checkout' }, []), {
      succeeded: true,
      operations: [],
    });
  });

  it('writes what is wrong where a problem matcher finds it, and registers nothing', async () => {
    const file = { ...(await checkoutFile('3.4.0')), memory: '99' };
    const done = await runTask({ command: 'register' }, [], file);
    assert.deepEqual(done, { succeeded: false, operations: [] });
    const { contributes } = (await import('../../../package.json', { with: { type: 'json' } })).default;
    const [matcher] = contributes.problemMatchers;
    const match = new RegExp(matcher?.pattern.regexp ?? '').exec(lines[0] ?? '');
    assert.ok(match, lines[0]);
    assert.equal(match[1], join(folder, 'task-definition.json'));
    assert.equal(match[4], 'error');
  });

  it('waits for its own deployment although the server still shows the one before', async () => {
    await shop.close();
    let stale: Answer | undefined;
    let updated = 0;
    shop = await openStage({ speed: 200 }, (operation, answer) => {
      if (operation === 'UpdateService') updated++;
      if (operation !== 'DescribeServices') return answer;
      if (updated === 0) stale = answer;
      return updated > 0 && stale && shown++ < 2 ? stale : answer;
    });
    let shown = 0;
    const script: Script = [
      ['Register checkout-dev:4?', 'Register'],
      ['Deploy checkout-dev:4 to checkout?', 'Deploy'],
    ];
    const file = await checkoutFile('3.4.0');
    const done = await runTask({ command: 'deploy', cluster, service: 'checkout' }, script, file);
    assert.equal(done.succeeded, true);
    assert.ok(shown > 0, 'the server has shown the one before');
    assert.match(lines.at(-1) ?? '', /runs checkout-dev:4: deployment completed/);
    assert.ok(!lines.some((line) => line.includes('already running')), lines.join('\n'));
  });

  it('does not call the running revision a success whose deployment failed', async () => {
    const service = shop.server.account.region('eu-west-1').ecs.clusters.get(cluster)?.services.get('checkout');
    const { primary } = service ?? assert.fail();
    if (primary) primary.record.status = 'STOPPED';
    Object.assign(primary ?? assert.fail(), { rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start' });
    const { fetchTaskDefinition } = await import('../../../src/aws/read/taskDefinitions.ts');
    const { registrableText } = await import('../../../src/taskdef/register/normalise.ts');
    const { taskDefinition, tags } = await fetchTaskDefinition(shop.connection, 'checkout-dev');
    const file = JSON.parse(registrableText(taskDefinition, tags)) as object;
    const done = await runTask({ command: 'deploy', cluster, service: 'checkout' }, [], file);
    assert.deepEqual(done, { succeeded: false, operations: [] });
    assert.match(lines.at(-1) ?? '', /failed/);
  });

  /** What is wrong ahead, how it comes about, and what is said of it. */
  const ahead: Readonly<Record<string, [task: Partial<TasksJsonTask>, says: RegExp, prepare?: () => void]>> = {
    'there is no such service': [{ service: 'nowhere' }, /Service nowhere was not found/],
    'there is no such cluster': [{ cluster: 'nowhere' }, /Cluster not found/],
    'no service is named': [{ service: undefined }, /names no cluster and service/],
    'another tool deploys the service': [
      {},
      /CodeDeploy deploys service checkout/,
      () => Object.assign(checkout().settings, { deploymentController: { type: 'CODE_DEPLOY' } }),
    ],
    'the service is being deleted': [{}, /DRAINING/, () => Object.assign(checkout(), { status: 'DRAINING' })],
  };

  const checkout = () =>
    shop.server.account.region('eu-west-1').ecs.clusters.get(cluster)?.services.get('checkout') ?? assert.fail();

  for (const [what, [task, says, prepare]] of Object.entries(ahead)) {
    it(`deploys nothing and asks nothing where ${what}, and leaves no revision behind`, async () => {
      const file = await checkoutFile('3.4.2');
      prepare?.();
      const mark = shop.server.ledger.mark();
      const asked = stage.asked.length;
      await assert.rejects(
        runTask({ command: 'deploy', cluster, service: 'checkout', ...task }, [['Register', 'Register']], file),
        says,
      );
      assert.deepEqual(shop.server.ledger.changes(mark), []);
      assert.equal(stage.asked.length, asked);
    });
  }

  it('registers nothing for a run on a cluster that is not there', async () => {
    const file = await checkoutFile('3.4.3');
    const mark = shop.server.ledger.mark();
    await assert.rejects(runTask({ command: 'run', cluster: 'nowhere' }, [], file), /Cluster nowhere was not found/);
    assert.deepEqual(shop.server.ledger.changes(mark), []);
    assert.deepEqual(stage.asked, []);
  });

  const placement: Script = [
    ['Service whose network', 'checkout'],
    ['Overrides', 'As registered'],
    ['How many tasks', '1'],
  ];

  it('runs a file in the cluster that it names, and else asks for one', async () => {
    shop.server.account.images.add('*/shop/checkout:*', { exitAfter: 500, exitCode: 0 });
    const file = await checkoutFile('3.4.4');
    const rest: Script = [
      ...placement,
      ['Register checkout-dev:4?', 'Register'],
      ['Run a task of checkout-dev:4?', 'Run Task'],
    ];
    const done = await runTask({ command: 'run', cluster }, rest, file);
    assert.deepEqual(done, { succeeded: true, operations: ['RegisterTaskDefinition', 'RunTask'] });
    const again: Script = [['Cluster', cluster], ...placement, ['Run a task of checkout-dev:4?', 'Run Task']];
    assert.deepEqual(await runTask({ command: 'run' }, again, file), { succeeded: true, operations: ['RunTask'] });
  });

  it('asks for all that a run needs before it registers anything', async () => {
    const file = await checkoutFile('3.4.4');
    for (let left = 0; left <= placement.length; left++) {
      const mark = shop.server.ledger.mark();
      await assert.rejects(runTask({ command: 'run', cluster }, placement.slice(0, left), file), { message: '' });
      assert.deepEqual(shop.server.ledger.changes(mark), [], `left after ${left} answers`);
    }
    assert.match(stage.asked.at(-1)?.text ?? '', /^Register checkout-dev:4\?/);
  });

  it('says before it registers what speaks against the service that is deployed to', async () => {
    const file = (await checkoutFile('3.4.6')) as { containerDefinitions: { portMappings: object[] }[] };
    for (const container of file.containerDefinitions) container.portMappings = [];
    await assert.rejects(runTask({ command: 'deploy', cluster, service: 'checkout' }, [], file), { message: '' });
    assert.match(
      stage.asked.at(-1)?.text ?? '',
      /^Register checkout-dev:4\?[^]*ECS would refuse this for service checkout:\n• .* port 8080/,
    );
  });

  for (const command of ['deploy', 'run'] as const) {
    it(`asks and registers nothing for a ${command} in a cluster that is read-only`, async () => {
      const guarded = await connectTo({ profile: 'shop' }, { guardRules: () => ({ [cluster]: 'read-only' }) });
      Object.assign(shop.workbench.connections, { forUri: async () => guarded });
      const file = await checkoutFile('3.4.5');
      const mark = shop.server.ledger.mark();
      await assert.rejects(runTask({ command, cluster, service: 'checkout' }, [], file), /makes .* read-only/);
      assert.deepEqual(shop.server.ledger.changes(mark), []);
      assert.deepEqual(stage.asked, []);
      guarded.dispose();
    });
  }

  it('ends when a question is left', async () => {
    const file = await checkoutFile('3.4.1');
    await assert.rejects(
      runTask({ command: 'register' }, [], file),
      (error: Error) => error.constructor.name === 'CancellationError',
    );
  });
});
