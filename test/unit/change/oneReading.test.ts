import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { repositoriesOf } from '../../simulator/ecr/ecrService.ts';
import { SHOP_REGION } from '../../simulator/seed/shop.ts';
import { stage, Uri } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { cluster, type CommandStage, openStage, type Script } from './commandStage.ts';

/** Commands read a file as the editor does: the kind and tool that the settings name, the files beside it, the rules that are ignored. */
describe('a file that a command reads', () => {
  let shop: CommandStage;
  let folder: string;

  beforeEach(async () => {
    stage.clear();
    folder = await mkdtemp(join(tmpdir(), 'ecs-reading-'));
    stage.folder = folder;
    shop = await openStage();
  });
  afterEach(async () => {
    await shop.close();
    await rm(folder, { recursive: true });
  });

  async function write(name: string, content: string | object): Promise<Uri> {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
    return Uri.file(path);
  }

  async function act(name: string, uri: Uri, script: Script) {
    const run = await commandNamed(name);
    return shop.act((workbench) => run(workbench, uri), script);
  }

  const definition = (members: object = {}, container: object = {}) => ({
    family: 'from-file',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    ...members,
    containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', ...container }],
  });
  const daemon = { family: 'from-file', containerDefinitions: [{ name: 'a', image: 'busybox:1', memory: 64 }] };
  const register: Script = [['Register from-file:1?', 'Register']];
  const described = { revision: 3, status: 'ACTIVE' };

  const service = (members: object = {}) => ({
    cluster,
    serviceName: 'from-file',
    taskDefinition: 'checkout-dev',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d'], assignPublicIp: 'DISABLED' } },
    ...members,
  });
  const create: Script = [['Create service from-file?', 'Create']];

  it('is what the settings say that it is', async () => {
    const uri = await write('agent-daemon.json', daemon);
    await assert.rejects(act('registerRevision', uri, []), /agent-daemon\.json is not a task definition/);
    stage.settings = { 'ecs.taskDefinition.files': { 'agent-daemon.json': 'taskDefinition' } };
    assert.equal((await act('registerRevision', uri, register)).length, 1);
    await assert.rejects(act('applyServiceDefinition', uri, []), /not a service definition/);
    const odd = await write('run-task.json', service());
    await assert.rejects(act('applyServiceDefinition', odd, []), /not a service definition/);
    stage.settings = { 'ecs.taskDefinition.files': { 'run-*.json': 'service' } };
    assert.equal((await act('applyServiceDefinition', odd, create)).length, 1);
  });

  it('is verified as what the settings say that it is', async () => {
    const uri = await write('agent-daemon.json', daemon);
    await assert.rejects(act('verifyAgainstAccount', uri, []), /Open a task-definition/);
    stage.settings = { 'ecs.taskDefinition.files': { '*.json': 'taskDefinition' } };
    assert.deepEqual(await act('verifyAgainstAccount', uri, []), []);
  });

  it('is judged for the tool that the settings name', async () => {
    const uri = await write('task-definition.json', definition({ flavour: 'ours' }));
    await assert.rejects(act('registerRevision', uri, []), /has 1 error\. The first: Unknown property "flavour"/);
    stage.settings = { 'ecs.taskDefinition.tool': 'github-action' };
    const [made] = await act('registerRevision', uri, [[/1 warning: Unknown property "flavour"/, 'Register']]);
    assert.equal(made?.input['family'], 'from-file');
  });

  it('is judged for the tool that the files beside it show', async () => {
    const uri = await write('deploy/task-definition.json', definition({ flavour: 'ours' }));
    const action = 'aws-actions/amazon-ecs-deploy-task-definition@v2';
    const step = { uses: action, with: { 'task-definition': 'deploy/task-definition.json' } };
    await write('.github/workflows/deploy.yml', JSON.stringify({ jobs: { deploy: { steps: [step] } } }));
    assert.equal((await act('registerRevision', uri, [[/Unknown property "flavour"/, 'Register']])).length, 1);
  });

  it('is held against the service beside it', async () => {
    await write('service-def.json', {
      ...service(),
      taskDefinition: 'from-file',
      loadBalancers: [{ targetGroupArn: 'arn:aws:x', containerName: 'other', containerPort: 80 }],
    });
    const uri = await write('taskdef.json', definition());
    await act('registerRevision', uri, [[/\d warnings?.*service-def\.json[^]*other/, 'Register']]);
  });

  it('breaks no rule that is ignored or lowered', async () => {
    const uri = await write('task-definition.json', definition({ flavour: 'ours' }));
    for (const settings of [
      { 'ecs.taskDefinition.ignore': { 'task-definition.json': ['TD001'] } },
      { 'ecs.taskDefinition.rules': { TD001: 'hint' } },
    ]) {
      stage.settings = settings;
      stage.asked.length = 0;
      await assert.rejects(act('registerRevision', uri, []), { name: 'Error', message: '' });
      assert.match(stage.asked[0]?.text ?? '', /Register from-file:1\?/);
    }
    stage.settings = {};
    const file = await write('service-def.json', service({ flavour: 'ours' }));
    await assert.rejects(
      act('applyServiceDefinition', file, []),
      /has 1 error\. The first: Unknown property "flavour"/,
    );
    stage.settings = { 'ecs.taskDefinition.ignore': { '*.json': ['TD001'] } };
    assert.equal((await act('applyServiceDefinition', file, create)).length, 1);
  });

  it('may hold what only ECS sets, which is left out and said', async () => {
    const uri = await write('task-definition.json', definition(described));
    const [made] = await act('registerRevision', uri, [
      [/Left out, since only ECS sets it: revision, status/, 'Register'],
    ]);
    assert.deepEqual(
      Object.keys(made?.input ?? {}).filter((name) => name in described),
      [],
    );
    const file = await write('service-def.json', service({ runningCount: 0 }));
    await act('applyServiceDefinition', file, [[/Left out, since only ECS sets it: runningCount/, 'Create']]);
  });

  it('is said to lose what ECS does not know, and then is what the account has', async () => {
    const uri = await write('task-definition.json', { $schema: './schema.json', ...definition({}, { scent: null }) });
    stage.settings = { 'ecs.taskDefinition.rules': { TD001: 'warning' } };
    const what = /Left out, since ECS does not know it: \$schema, containerDefinitions\[0\]\.scent/;
    assert.equal((await act('registerRevision', uri, [[what, 'Register']])).length, 1);
    assert.deepEqual(await act('registerRevision', uri, []), []);
    assert.match(stage.said.at(-1)?.text ?? '', /already says exactly this/);
  });

  it('is verified with its placeholders filled in', async () => {
    const host = `${shop.server.account.id}.dkr.ecr.${SHOP_REGION}.amazonaws.com`;
    const image = { pushedAt: new Date(0), platforms: ['linux/amd64'] };
    repositoriesOf(shop.server.account).set('shop/web', new Map([['1.0', image]]));
    await write('.env', 'TAG=1.1\nFAMILY=from-file\n');
    const members = { family: '${FAMILY}', executionRoleArn: undefined, requiresCompatibilities: ['EC2'] };
    const file = definition(members, { image: `${host}/shop/web:\${TAG}` });
    const uri = await write('taskdef.json', file);
    stage.settings = { 'ecs.register.verify': true };
    await assert.rejects(act('registerRevision', uri, []), /would not start in the account: .*1\.1/);
    const lines = JSON.stringify(file, undefined, 2).split('\n');
    const problems = stage.problems.get(uri.path) ?? [];
    assert.deepEqual(
      problems.map(({ range: { start, end } }) => [
        lines[start.line]?.slice(start.character, end.character),
        start.line === end.line,
      ]),
      [[`"${host}/shop/web:\${TAG}"`, true]],
    );
    await act('verifyAgainstAccount', uri, []);
    assert.match(stage.problems.get(uri.path)?.[0]?.message ?? '', /1\.1/);
    await write('.env', 'TAG=1.0\nFAMILY=from-file\n');
    assert.equal((await act('registerRevision', uri, register)).length, 1);
  });

  it('of a task of tasks.json is the same', async () => {
    const { runTasksJsonTask } = await import('../../../src/ui/change/tasksJson/runTasksJsonTask.ts');
    const uri = await write('task-definition.json', definition({ flavour: 'ours', ...described }));
    const lines: string[] = [];
    const run = async (script: Script): Promise<boolean | undefined> => {
      lines.length = 0;
      let done: boolean | undefined;
      await shop.act(async (workbench) => {
        const file = uri as never;
        done = await runTasksJsonTask(
          workbench,
          { type: 'ecs', command: 'register' },
          { file, tell: (one) => lines.push(one) },
        );
      }, script);
      return done;
    };
    assert.equal(await run([]), false);
    assert.match(lines[0] ?? '', /error TD001/);
    stage.settings = { 'ecs.taskDefinition.tool': 'github-action' };
    assert.equal(await run([['Register from-file:1?', 'Register']]), true);
    assert.match(lines[0] ?? '', /warning TD001/);
  });
});
