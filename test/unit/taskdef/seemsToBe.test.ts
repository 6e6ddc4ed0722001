import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recognise } from '../../../src/taskdef/document/recognise.ts';
import { seemsToBe, type Stranger, strangerText } from '../../../src/taskdef/recognition/seemsToBe.ts';

const td = 'task-definition.json';

test('a file that is none of ours is told by what stands at its root', () => {
  for (const [path, text, expected] of [
    [td, '{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": {} }', 'cloudFormation'],
    [
      'template.yaml',
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::ECS::TaskDefinition\n',
      'cloudFormation',
    ],
    [td, '{ "apiVersion": "v1", "kind": "Pod", "spec": { "containers": [] } }', 'kubernetes'],
    ['service-definition.json', '{ "apiVersion": "v1", "kind": "Service" }', 'kubernetes'],
    ['docker-compose.yml', 'version: "3"\nservices:\n  web:\n    image: a\n', 'compose'],
    ['compose-taskdef.json', '{ "version": "3", "services": { "web": {} } }', 'compose'],
    ['package.json', '{ "name": "a", "dependencies": {} }', 'npm'],
    ['run-task.json', '{ "cluster": "c", "taskDefinition": "a", "overrides": {} }', 'otherCall'],
    ['run-task.json', '{ "cluster": "c", "taskDefinition": "a", "count": 1, "launchType": "FARGATE" }', 'otherCall'],
    ['stopped.json', '{ "taskArn": "a", "lastStatus": "STOPPED", "stoppedReason": "x" }', 'answer'],
    ['tasks.json', '{ "tasks": [], "failures": [] }', 'answer'],
    [
      'daemon-task-definition.json',
      '{ "family": "a", "containerDefinitions": [{ "name": "a", "image": "b" }] }',
      'daemon',
    ],
    [td, '{ "family": "a", "pidMode": "shared", "containerDefinitions": [{ "name": "a", "image": "b" }] }', 'daemon'],
    ['imagedefinitions.json', '[{ "name": "web", "imageUri": "a" }]', 'images'],
    ['Dockerrun.aws.json', '{ "AWSEBDockerrunVersion": 2, "containerDefinitions": [] }', 'beanstalk'],
    ['plan.json', '{ "format_version": "1.2", "planned_values": {} }', 'terraform'],
    ['ecs.tf', 'resource "aws_ecs_task_definition" "a" {}', 'terraform'],
    ['job.json', '{ "jobDefinitionName": "a" }', 'batch'],
    ['task-definition.yml', 'family: a\ncontainerDefinitions:\n  - name: a\n', 'yamlTaskDefinition'],
    ['td.jsonnet', '{ family: "a" }', 'jsonnet'],
    ['appspec.yaml', 'version: 0.0\nHooks: []\n', 'appspec'],
    ['deploy.yml', 'on: push\njobs: {}\n', 'workflow'],
    ['ecspresso.yml', 'region: a\ntask_definition: b.json\n', 'ecspresso'],
    ['values.yaml', 'replicas: 1\n', 'otherYaml'],
    ['a.json', '[1, 2]', 'otherList'],
    ['a.json', '{ "a": 1 }', 'otherJson'],
    ['a.json', 'hello', 'noJson'],
    ['a.json', ' \n', 'empty'],
    ['a.json', `{ "a": "${'x'.repeat(1_100_000)}" }`, 'tooLarge'],
  ] as [string, string, Stranger][]) {
    assert.equal(recognise(path, text), 'other', `${path} ${text.slice(0, 80)}`);
    assert.equal(seemsToBe(path, text), expected, `${path} ${text.slice(0, 80)}`);
    assert.ok(strangerText(expected).length > 3);
  }
});
