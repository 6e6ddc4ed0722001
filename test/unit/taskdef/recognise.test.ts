import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognise, recogniseName, recogniseText, type FileKind } from '../../../src/taskdef/document/recognise.ts';
import { withoutHanging } from '../../support/withoutHanging.ts';
import { expectedFiles } from './corpus/expectedFiles.ts';
import { ownFiles } from './corpus/ownFiles.ts';

test('names', () => {
  const names: Record<string, FileKind> = {
    'task-definition.json': 'taskDefinition',
    '/repo/.aws/TaskDefinition-prod.json': 'taskDefinition',
    'C:\\repo\\ecs-taskdef.json': 'taskDefinition',
    'my_task_def.jsonc': 'taskDefinition',
    'task-definition.json.tpl': 'taskDefinition',
    'taskdef.json.j2.json': 'taskDefinition',
    'task-definition.template.json': 'taskDefinition',
    'ecs_taskdef.tpl': 'taskDefinition',
    'container-definitions.json': 'containers',
    'ecs-service-def.json': 'service',
    'ecs-task-def.jsonnet': 'other',
    'task-defaults.json': 'other',
    'task-definition.yaml': 'other',
    'task-definition.md': 'other',
    'package.json': 'other',
  };
  for (const [name, kind] of Object.entries(names)) assert.equal(recogniseName(name), kind, name);
});

test('texts of our kinds', () => {
  const texts: Record<string, FileKind> = {
    '{"containerDefinitions": [{"name": "a"}]}': 'taskDefinition',
    '\uFEFF// comment\n{"tags": [{"key": "containerDefinitions"}], "containerDefinitions": []}': 'taskDefinition',
    '{"family": "a", "containerDefinitions": ${containers}}': 'taskDefinition',
    '{"family": "a", "containerDefinitions": ': 'taskDefinition',
    '{"taskDefinition": {"containerDefinitions": [{"name": "a"}]}, "tags": []}': 'wrapper',
    '[{"name": "a", "image": "b", "essential": true}]': 'containers',
    '[{"name": "a", "image": "b", "cpu": ${cpu}, "memory": ${memory}}]': 'containers',
    '{% set a = 1 %}{# b #}\n{"containerDefinitions": [{"name": "a"}]}': 'taskDefinition',
    '<% a = 1 %>\n{"containerDefinitions": [{"name": "a"}]}': 'taskDefinition',
    '{"launchType": "FARGATE", "networkConfiguration": {}, "desiredCount": 2}': 'service',
    '{"cluster": "a", "service": "a", "desiredCount": 2, "forceNewDeployment": true}': 'serviceUpdate',
    '{"service": "a", "taskDefinition": "b:2", "deploymentConfiguration": {}}': 'serviceUpdate',
    '{"service": {"name": "a"}, "desiredCount": 2, "launchType": "FARGATE"}': 'other',
    '{"service": {"serviceArn": "a", "desiredCount": 2, "deployments": []}}': 'serviceAnswer',
    '{"services": [{"serviceArn": "a", "desiredCount": 2, "deployments": []}], "failures": []}': 'serviceWrapper',
    '{"services": {"web": {"image": "b", "desiredCount": 2}}}': 'other',
    '{"serviceArn": "a", "serviceName": "b", "desiredCount": 2, "runningCount": 2, "events": []}': 'service',
    '[{"family": "a", "containerDefinitions": [{"name": "a"}]}, {"family": "b"}]': 'taskDefinition',
    '{"a": {"family": "a", "containerDefinitions": []}, "b": {"family": "b", "containerDefinitions": []}}':
      'taskDefinition',
    '{"taskDefinitions": [{"taskDefinition": {"family": "a", "containerDefinitions": []}}]}': 'taskDefinition',
  };
  for (const [text, kind] of Object.entries(texts)) assert.equal(recogniseText(text), kind, text);
});

test('strangers', () => {
  const texts = [
    '{"Resources": {"Task": {"Properties": {"containerDefinitions": []}}}}',
    '{"AWSTemplateFormatVersion": "2010-09-09", "containerDefinitions": [{"name": "a"}]}',
    '{"version": 4, "terraform_version": "1.9", "resources": [{"containerDefinitions": []}]}',
    '{"version": "2.0", "operations": {}, "shapes": {"ContainerDefinition": {"containerDefinitions": []}}}',
    '{"family": "a", "pidMode": "shared", "containerDefinitions": [{"name": "a", "image": "b"}]}',
    '{"daemonTaskDefinition": {"containerDefinitions": [{"name": "a", "image": "b"}]}}',
    '{"cluster": "a", "launchType": "FARGATE", "networkConfiguration": {}, "overrides": {"containerOverrides": []}}',
    '{"name": "protogen", "containerDescriptors": [{"properties": {}}], "inputPortDescriptors": []}',
    '{"containerDefinitions": [{"title": "no container"}]}',
    '{"containerDefinitions": {"a": {}}}',
    '[{"name": "Lamp", "image": "lamp.png", "price": 3}]',
    '[{"name": "Laptop", "image": "laptop.png", "cpu": "i7", "memory": "16 GB"}]',
    '[{"name": "Bob", "image": "bob.png", "user": "bob", "links": []}]',
    '[{"containerDefinitions": [{"name": "a"}]}]',
    '{"a": {"family": "a", "containerDefinitions": []}, "b": {"region": "eu-west-1"}}',
    '{"a": {"family": "a", "containerDefinitions": []}}',
    '{"AWSEBDockerrunVersion": 2, "containerDefinitions": [{"name": "a", "image": "b", "essential": true}]}',
    '{"cluster": "a", "taskDefinition": "a:1", "count": 1, "launchType": "FARGATE", "networkConfiguration": {}}',
    '{"serviceName": "a", "primaryContainer": {"image": "b"}, "networkConfiguration": {}, "executionRoleArn": "c"}',
    '{"name": "x", "dependencies": {}}',
    '"containerDefinitions"',
    '',
  ];
  for (const text of texts) assert.equal(recogniseText(text), 'other', text);
});

test('the name decides where the text says nothing yet, and only there', () => {
  assert.equal(recognise('task-definition.json', ''), 'taskDefinition');
  assert.equal(recognise('task-definition.json', '{\n  \n}'), 'taskDefinition');
  assert.equal(recognise('task-definition.json', '{"family": "a"'), 'taskDefinition');
  assert.equal(recognise('taskDefinition.json', '{"containerDescriptors": [], "inputPortDescriptors": []}'), 'other');
  assert.equal(recognise('settings.json', '{}'), 'other');
  assert.equal(recognise('task-definition.json', '<<<<<<< HEAD\n{"family": "a"'), 'taskDefinition');
  assert.equal(recognise('task-definition.tpl', 'family: a'), 'other');
  assert.equal(recognise('ecs-task-def.jsonnet', '{"containerDefinitions": [{"name": "a"}]}'), 'other');
  assert.equal(
    recognise('ecs/run-task.json', '{"cluster": "a", "launchType": "FARGATE", "networkConfiguration": {}}'),
    'other',
  );
  assert.equal(
    recognise('daemon/web.json', '{"family": "a", "containerDefinitions": [{"image": "b"}]}'),
    'taskDefinition',
  );
  assert.equal(
    recognise('daemon-service.json', '{"containerDefinitions": [{"name": "b", "portMappings": []}]}'),
    'taskDefinition',
  );
  assert.equal(recognise('task_definitions.json', '[{"name": "a", "retryCount": 3, "timeoutSeconds": 60}]'), 'other');
  assert.equal(recognise('container-definitions.json', '[{"name": "a", "image": "b"}]'), 'containers');
  assert.equal(
    recognise('agent-daemon-task-definition.json', '{"family": "a", "containerDefinitions": [{"image": "b"}]}'),
    'other',
  );
});

test('every file of the corpus is recognised by its text alone, but for two that say too little', () => {
  const wrong = ownFiles.filter(
    ({ path, text }) => recogniseText(text) !== (expectedFiles[path]?.kind ?? 'taskDefinition'),
  );
  assert.deepEqual(
    wrong.map(({ path }) => path),
    ['oddments/cloudformation-case/task-definition.json', 'oddments/empty/task-definition.json'],
  );
});

test('a file that is none of ours is told at once, whatever its size', () => {
  const large = `{${Array.from({ length: 35_000 }, (_, i) => `"key${i}": "value ${i}"`).join(',')}}`;
  withoutHanging('the reading', () => assert.equal(recogniseText(large), 'other'));
});
