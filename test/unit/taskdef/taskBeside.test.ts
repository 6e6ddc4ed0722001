import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { fargate } from '../../../src/taskdef/rule/examples/exampleFiles.ts';
import { service } from '../../../src/taskdef/rule/examples/exampleServices.ts';
import { Surroundings } from '../../../src/taskdef/siblings/surroundings.ts';
import { memoryTree } from '../../support/memoryTree.ts';

type Files = Readonly<Record<string, object | string>>;

const textOf = (content: object | string): string => (typeof content === 'string' ? content : JSON.stringify(content));

async function besideOf(path: string, files: Files): Promise<string | undefined> {
  const texts = new Map(Object.entries(files).map(([name, content]) => [name, textOf(content)]));
  const { facts } = await new Surroundings(memoryTree(texts), true).of(path, texts.get(path) ?? '');
  return facts.taskDefinition?.path;
}

const other = fargate({ family: 'other' });

test('the task definition of the family that a service names stands beside it', async () => {
  const files = { 'a/service-def.json': service(), 'a/task-def.json': fargate(), 'a/other-task-def.json': other };
  assert.equal(await besideOf('a/service-def.json', files), 'a/task-def.json');
  const numbered = { ...files, 'a/service-def.json': service({ taskDefinition: 'other:12' }) };
  assert.equal(await besideOf('a/service-def.json', numbered), 'a/other-task-def.json');
});

test('a family that no file has, and several files that may be meant, are none', async () => {
  const unknown = service({ taskDefinition: 'elsewhere' });
  assert.equal(
    await besideOf('service-def.json', { 'service-def.json': unknown, 'task-def.json': fargate() }),
    undefined,
  );
  const open = service({ taskDefinition: undefined });
  const several = { 'service-def.json': open, 'task-def.json': fargate(), 'task-def.prod.json': fargate() };
  assert.equal(await besideOf('service-def.json', several), undefined);
  assert.equal(
    await besideOf('service-def.json', { 'service-def.json': open, 'task-def.json': other }),
    'task-def.json',
  );
});

test('a list of definitions or of containers is no task definition that a service runs', async () => {
  const open = service({ taskDefinition: undefined });
  for (const list of [[fargate(), other], (fargate() as { containerDefinitions: object }).containerDefinitions])
    assert.equal(await besideOf('service-def.json', { 'service-def.json': open, 'task-def.json': list }), undefined);
});

test('ecspresso names the two together, whatever they are called', async () => {
  const config = 'region: eu-central-1\ncluster: a\nservice_definition: web.json\ntask_definition: run.json\n';
  const files = { 'web.json': service({ taskDefinition: undefined }), 'run.json': fargate(), 'deploy.yaml': config };
  assert.equal(await besideOf('web.json', files), 'run.json');
});

test('a task definition has none', async () => {
  assert.equal(await besideOf('task-def.json', { 'task-def.json': fargate(), 'web-task-def.json': other }), undefined);
});

test('the pair is judged: a container that the task definition does not have', async () => {
  const text = textOf(
    service({ loadBalancers: [{ targetGroupArn: targetGroup, containerName: 'app', containerPort: 80 }] }),
  );
  const tree = memoryTree(
    new Map([
      ['service-def.json', text],
      ['task-def.json', textOf(fargate())],
    ]),
  );
  const { facts } = await new Surroundings(tree, true).of('service-def.json', text);
  const found = check(parseDocument(text, { path: 'service-def.json' }), { siblings: facts });
  assert.ok(
    found.some(({ rule, message }) => rule.startsWith('SD') && message.includes('app')),
    JSON.stringify(found),
  );
});

const targetGroup = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef';
