import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../../../src/taskdef/completion/complete.ts';
import type { CompletionItem } from '../../../src/taskdef/completion/completionItem.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { serviceShape } from '../../../src/taskdef/document/schema.ts';
import { hover } from '../../../src/taskdef/reading/hover.ts';
import { fargate, sidecar, container } from '../../../src/taskdef/rule/examples/exampleFiles.ts';
import {
  besideTask,
  blueGreen,
  connected,
  daemon,
  ebs,
  ec2Service,
  service,
} from '../../../src/taskdef/rule/examples/exampleServices.ts';
import { accept, faultsOfProposals, type TriedFile } from './proposalFaults.ts';
import { assertEveryValueIsOffered, eachObject } from './everyShape.ts';

const stride = Number(process.env['TASKDEF_COMPLETION_STRIDE'] ?? 47);

const named = {
  ...container,
  portMappings: [{ name: 'http', containerPort: 8080, protocol: 'tcp', appProtocol: 'http' }],
};
const beside = besideTask(
  fargate({
    containerDefinitions: [sidecar(), named],
    volumes: [{ name: 'data', configuredAtLaunch: true }],
  }),
);

/** Proposals at the bar. */
function at(marked: string, context = {}): CompletionItem[] {
  return complete(parseDocument(marked.replace('|', ''), { kind: 'service' }), marked.indexOf('|'), context);
}

function labels(marked: string, context = {}): string[] {
  return at(marked, context).map(({ label }) => label);
}

function refusals(marked: string, context = {}): (readonly [string, boolean])[] {
  return at(marked, context)
    .toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1))
    .map(({ label, refused }) => [label, refused !== undefined] as const);
}

test('what is offered without a mark in a service definition brings in no syntax error and no error', () => {
  const seeds = [service(), ec2Service(), daemon(), blueGreen(), connected(), ebs()];
  const files: TriedFile[] = seeds.flatMap((seed, i) => [
    { path: `alone-${i}.json`, text: JSON.stringify(seed, undefined, 2) },
    { path: `beside-${i}-x.json`, text: JSON.stringify(seed, undefined, '\t'), context: beside },
  ]);
  const proposals = faultsOfProposals(files, stride);
  assert.ok(proposals.tried > 1000, `only ${proposals.tried} proposals were tried`);
  assert.deepEqual(proposals.faults, []);
});

test('every property of a service definition is offered where it is allowed', () => {
  eachObject(serviceShape, (shape, before, after) => {
    assert.deepEqual(labels(`${before}{|}${after}`).toSorted(), [...shape.members.keys()].toSorted(), shape.name);
  });
});

test('every value of an enum and both booleans are offered where they are allowed', () => {
  assertEveryValueIsOffered(serviceShape, labels);
});

test('members are offered in the order in which people write them', () => {
  const order = refusals('{|}').map(([label]) => label);
  assert.deepEqual(order.slice(0, 9), [
    'serviceName',
    'cluster',
    'taskDefinition',
    'desiredCount',
    'launchType',
    'networkConfiguration',
    'loadBalancers',
    'healthCheckGracePeriodSeconds',
    'deploymentConfiguration',
  ]);
});

test('containers, ports, port names and volumes are those of the task definition beside it', () => {
  const target = (inner: string): string => `{"serviceName": "a", "loadBalancers": [{${inner}}]}`;
  assert.deepEqual(labels(target('"containerName": "|"'), beside), ['web', 'sidecar']);
  assert.deepEqual(labels(target('"containerName": "web", "containerPort": |'), beside), ['8080']);
  assert.deepEqual(labels('{"serviceConnectConfiguration": {"services": [{"portName": "|"}]}}', beside), ['http']);
  assert.deepEqual(labels('{"volumeConfigurations": [{"name": "|"}]}', beside), ['data']);
  assert.deepEqual(labels('{"taskDefinition": "|"}', beside), ['shop']);
  const whole = at('{"serviceName": "a", |}', beside).find(({ label }) => label === 'loadBalancers');
  assert.match(whole?.edit.text ?? '', /"containerName": "\$\{\d+:web\}",\s*"containerPort": \$\{\d+:8080\}/);
});

test('what ECS refuses beside the rest of the file is marked and comes last', () => {
  const file = (more: string): string => `{"serviceName": "a", "desiredCount": 1, ${more}}`;
  // Who writes from top to bottom has yet to come to the network.
  const [fargateType] = at(file('"launchType": "|"'));
  assert.equal(fargateType?.label, 'FARGATE');
  assert.equal(fargateType.refused, undefined);
  assert.match(fargateType.needs ?? '', /needs networkConfiguration/);
  const network = '"networkConfiguration": {"awsvpcConfiguration": {"subnets": ["subnet-0a1b2c3d"]}}';
  assert.deepEqual(refusals(file(`${network}, "launchType": "|"`)), [
    ['FARGATE', false],
    ['EC2', false],
    ['EXTERNAL', false],
    ['MANAGED_INSTANCES', true],
  ]);
  const placement = refusals(file(`${network}, "launchType": "FARGATE", |`));
  for (const name of ['placementConstraints', 'placementStrategy', 'capacityProviderStrategy'])
    assert.ok(
      placement.some(([label, refused]) => label === name && refused),
      name,
    );
  assert.ok(placement.some(([label, refused]) => label === 'platformVersion' && !refused));
});

test('values go with what stands beside them', () => {
  assert.deepEqual(labels('{"placementStrategy": [{"type": "binpack", "field": "|"}]}'), ['memory', 'cpu']);
  assert.equal(
    labels('{"placementStrategy": [{"type": "spread", "field": "|"}]}')[0],
    'attribute:ecs.availability-zone',
  );
  const strategy =
    '{"capacityProviderStrategy": [{"capacityProvider": "FARGATE", "weight": 1}, {"capacityProvider": "|"}]}';
  assert.deepEqual(labels(strategy), ['FARGATE_SPOT']);
  assert.deepEqual(labels('{"platformVersion": "|"}').slice(0, 2), ['LATEST', '1.4.0']);
  const text = '{"serviceName": "a", "desiredCount": 1, "launchType": "EC2", |}';
  const item = at(text).find(({ label }) => label === 'placementStrategy');
  assert.match(accept(text.replace('|', ''), item!), /"type": "spread",\s*"field": "attribute:ecs\.availability-zone"/);
});

test('hover says what a member and its value mean, and leads to the page of its object', () => {
  const text = JSON.stringify({ serviceName: 'a', launchType: 'EC2', loadBalancers: [{ containerPort: 80 }] });
  const on = (word: string): string =>
    hover(parseDocument(text, { kind: 'service' }), text.indexOf(word) + 2)?.contents.join('\n') ?? '';
  assert.match(on('"EC2"'), /On EC2 instances that are registered[^]*API_CreateService\.html/);
  assert.match(on('"containerPort"'), /must be in its portMappings[^]*API_LoadBalancer\.html/);
  assert.doesNotMatch(on('"containerPort"'), /Fargate ✓/);
});

test('an item of a list is begun with what people write into it', () => {
  const item = (marked: string): string => at(marked)[0]!.edit.text;
  assert.match(item('{"loadBalancers": [|]}'), /"targetGroupArn": .*"containerName": .*"containerPort": /);
  assert.match(item('{"placementStrategy": [|]}'), /"type": "\$\{1:spread\}", "field": /);
  assert.match(item('{"capacityProviderStrategy": [|]}'), /"capacityProvider": "\$\{1:FARGATE\}", "weight": \$\{2:1\}/);
});
