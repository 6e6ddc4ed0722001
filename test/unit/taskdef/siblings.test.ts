import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OwnFile } from '../../../src/taskdef/siblings/ownFile.ts';
import { readSiblings } from '../../../src/taskdef/siblings/readSiblings.ts';

const own: OwnFile = { path: 'deploy/task-definition.json', family: 'shop' };
const read = (files: Record<string, string>, file = own) =>
  readSiblings(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    file,
  );

const service = (members: object) =>
  JSON.stringify({ serviceName: 'shop', desiredCount: 2, taskDefinition: 'shop:3', ...members });

test('a service definition says what runs the task', () => {
  const facts = read({
    'deploy/ecs-service-def.json': service({
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: {} },
      loadBalancers: [{ containerName: 'web', containerPort: 8080 }],
    }),
  });
  assert.equal(facts.launchType, 'FARGATE');
  assert.deepEqual(facts.services, [
    {
      file: 'ecs-service-def.json',
      launchType: 'FARGATE',
      loadBalancers: [{ containerName: 'web', containerPort: 8080 }],
      networkConfiguration: true,
      enableExecuteCommand: undefined,
    },
  ]);
});

test('a service of another family says nothing', () => {
  assert.deepEqual(read({ 'deploy/service-def.json': service({ taskDefinition: 'other' }) }).services, []);
});

test('without a family the names tell whose service it is', () => {
  const web = { file: 'web-service-def.json' };
  const files = { 'deploy/web-service-def.json': service({ taskDefinition: '${TASK_DEFINITION}' }) };
  const servicesOf = (path: string) => read(files, { path, family: undefined }).services?.map(({ file }) => ({ file }));
  for (const path of ['deploy/web-taskdef.json', 'deploy/task-definition.json', 'deploy/taskDefinitionWebProd.json'])
    assert.deepEqual(servicesOf(path), [web], path);
  for (const path of ['deploy/worker-taskdef.json', 'deploy/taskdef.worker.json'])
    assert.deepEqual(servicesOf(path), [], path);
});

test('one service that lets ECS Exec in is enough', () => {
  const closed = service({ enableExecuteCommand: false });
  const one = { 'deploy/service-def.json': closed, 'deploy/ecs-service.json': service({ enableExecuteCommand: true }) };
  assert.equal(read(one).enableExecuteCommand, true);
  assert.equal(read({ 'deploy/service-def.json': closed }).enableExecuteCommand, undefined);
});

test('an AppSpec of another family or name says nothing', () => {
  const appspec = (taskDefinition: string) =>
    `Resources:\n  - Target:\n      Type: AWS::ECS::Service\n      Properties:\n        TaskDefinition: ${taskDefinition}\n        LoadBalancerInfo: { ContainerName: web, ContainerPort: 80 }\n`;
  const arn = (family: string) => appspec(`arn:aws:ecs:eu-central-1:123456789012:task-definition/${family}:3`);
  assert.equal(read({ 'deploy/appspec.yaml': arn('shop') }).services?.length, 1);
  assert.equal(read({ 'deploy/appspec.yaml': arn('worker') }).services?.length, 0);
  const worker = read(
    { 'deploy/appspec-worker.yaml': appspec('<TASK_DEFINITION>') },
    { path: 'deploy/taskdef-web.json', family: 'web' },
  );
  assert.deepEqual([worker.services, worker.tool], [[], undefined]);
});

test('capacity providers of Fargate are Fargate; services that disagree name no launch type', () => {
  const spot = service({ capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] });
  assert.equal(read({ 'deploy/service-def.json': spot }).launchType, 'FARGATE');
  const both = { 'deploy/service-def.json': spot, 'deploy/ecs-service.json': service({ launchType: 'EC2' }) };
  assert.equal(read(both).launchType, undefined);
});

test('placeholders in a service definition are unknown, not absent', () => {
  const [found] =
    read({
      'deploy/service-def.json':
        '{ "serviceName": "s", "desiredCount": ${count}, "networkConfiguration": ${net}, "loadBalancers": [{ "containerName": "{{ env `C` }}", "containerPort": ${port} }] }',
    }).services ?? [];
  assert.deepEqual(found?.loadBalancers, [{ containerName: undefined, containerPort: undefined }]);
  assert.notEqual(found?.networkConfiguration, false);
});

test('an AppSpec names the container behind the load balancer, and the pipeline', () => {
  const facts = read({
    'deploy/appspec.yaml': [
      'version: 0.0',
      'Resources:',
      '  - TargetService:',
      '      Type: AWS::ECS::Service',
      '      Properties:',
      '        TaskDefinition: <TASK_DEFINITION>',
      '        LoadBalancerInfo:',
      '          ContainerName: "web"',
      '          ContainerPort: 80',
    ].join('\n'),
  });
  assert.equal(facts.tool, 'codepipeline');
  assert.deepEqual(facts.services, [
    { file: 'appspec.yaml', loadBalancers: [{ containerName: 'web', containerPort: 80 }] },
  ]);
});

test('an AppSpec for EC2 or Lambda says nothing', () => {
  const facts = read({ 'deploy/appspec.yml': 'version: 0.0\nos: linux\nfiles:\n  - source: /\n' });
  assert.deepEqual(facts.services, []);
  assert.equal(facts.tool, undefined);
});

const workflow = (path: string) => `
env:
  ECS_TASK_DEFINITION: ${path}
  CONTAINER_NAME: web
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - id: render
        uses: aws-actions/amazon-ecs-render-task-definition@v1
        with:
          task-definition: \${{ env.ECS_TASK_DEFINITION }}
          container-name: \${{ env.CONTAINER_NAME }}
          image: \${{ steps.build.outputs.image }}
      - uses: aws-actions/amazon-ecs-deploy-task-definition@v2
        with:
          task-definition: \${{ steps.render.outputs.task-definition }}
`;

test('a workflow that renders this file names tool and container', () => {
  const facts = read({ '.github/workflows/deploy.yml': workflow('./deploy/task-definition.json') });
  assert.equal(facts.tool, 'github-action');
  assert.deepEqual(facts.renderedContainers, [{ file: 'deploy.yml', container: 'web' }]);
});

test('a workflow that renders another file says nothing', () => {
  for (const path of ['other/task-definition.json', 'definition.json', 'task-definition.json']) {
    const facts = read({ '.github/workflows/deploy.yml': workflow(path) });
    assert.equal(facts.tool, undefined, path);
    assert.deepEqual(facts.renderedContainers, []);
  }
});

test('a workflow that chooses the file as it runs names the tool', () => {
  const toolFor = (path: string) => read({ '.github/workflows/deploy.yml': workflow(path) }).tool;
  for (const path of [
    '${{ github.workspace }}/deploy/task-definition.json',
    '${{ matrix.folder }}/task-definition.json',
    'deploy/${{ inputs.kind }}-definition.json',
    './deploy/task-${{ github.event.inputs.kind }}.json',
    '${{ matrix.file }}',
    '${{ vars.TASK_DEFINITION }}',
  ])
    assert.equal(toolFor(path), 'github-action', path);
  for (const path of [
    '${{ steps.render.outputs.task-definition }}',
    'deploy/${{ matrix.service }}/task-definition.json',
    'deploy/task.definition${{ inputs.kind }}.json',
  ])
    assert.equal(toolFor(path), undefined, path);
});

test('an ecspresso configuration names tool and service, whatever their files are called', () => {
  const facts = read(
    {
      'deploy/ecspresso.yml': 'region: eu-central-1\ntask_definition: td.json\nservice_definition: sv.json\n',
      'deploy/sv.json': service({ taskDefinition: undefined, launchType: 'EC2' }),
      'deploy/other-service-def.json': service({ launchType: 'FARGATE' }),
    },
    { path: 'deploy/td.json', family: undefined },
  );
  assert.equal(facts.tool, 'ecspresso');
  assert.equal(facts.launchType, 'EC2');
  assert.equal(facts.services?.length, 1);
});

test('files that cannot be read say nothing', () => {
  const facts = read({
    'deploy/appspec.yaml': 'Resources: [}',
    'deploy/service-def.json': '{ "serviceName": ',
    '.github/workflows/a.yml': 'uses: aws-actions/amazon-ecs-render-task-definition@v1\n\t- : [',
    'deploy/ecspresso.yml': '&a [*a, *a]',
  });
  assert.equal(facts.tool, undefined);
  assert.deepEqual(facts.renderedContainers, []);
});
