import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { toRegisterInput } from '../../../src/taskdef/register/registerInput.ts';
import { toServiceInput } from '../../../src/taskdef/register/serviceInput.ts';

function read(text: string): ReturnType<typeof toRegisterInput> {
  return toRegisterInput(parseDocument(text, { path: 'task-definition.json' }));
}

function reasons(text: string): string {
  const result = read(text);
  return 'reasons' in result ? result.reasons.join(' ') : `accepted: ${JSON.stringify(result.input)}`;
}

test('a file becomes the input of RegisterTaskDefinition, without what ECS would refuse', () => {
  const result = read(`{
    // the shop
    "family": "shop", "revision": 3, "registeredAt": "2026-01-01", "tags": [], "pidMode": null,
    "containerDefinitions": [{ "name": "web", "image": "web:1", "dnsServers": null, "command": ["sh", "-c", "echo $HOME"] }],
  }`);
  assert.deepEqual(result, {
    input: {
      family: 'shop',
      containerDefinitions: [{ name: 'web', image: 'web:1', command: ['sh', '-c', 'echo $HOME'] }],
    },
    leftOut: {
      outputOnly: ['revision', 'registeredAt'],
      unknown: [],
      empty: ['pidMode', 'containerDefinitions[0].dnsServers', 'tags'],
    },
  });
});

test('the answer of DescribeTaskDefinition is unwrapped', () => {
  const result = read(
    '{"taskDefinition": {"family": "a", "status": "ACTIVE", "containerDefinitions": [{"name": "a", "image": "b"}]}}',
  );
  const input = { family: 'a', containerDefinitions: [{ name: 'a', image: 'b' }] };
  assert.deepEqual(result, { input, leftOut: { outputOnly: ['status'], unknown: [], empty: [] } });
  const tags = [{ key: 'team', value: 'shop' }];
  const tagged = read(JSON.stringify({ taskDefinition: input, tags }));
  assert.deepEqual('input' in tagged && tagged.input, { ...input, tags });
});

test('what ECS does not know is left out, and what it writes otherwise is taken for what it means', () => {
  const result =
    read(`{"$schema": "x.json", "family": "a", "containerDefinitions": [{"name": "a", "image": "b", "note": 1,
    "DockerLabels": {"note": "x", "none": null}, "PortMappings": [{"container_port": 80, "port": 80}, null],
    "cpu": 1, "Cpu": 2, "memory": 5, "memory": null}]}`);
  assert.deepEqual(result, {
    input: {
      family: 'a',
      containerDefinitions: [
        { name: 'a', image: 'b', dockerLabels: { note: 'x' }, portMappings: [{ containerPort: 80 }], cpu: 1 },
      ],
    },
    leftOut: {
      outputOnly: [],
      unknown: [
        '$schema',
        'containerDefinitions[0].note',
        'containerDefinitions[0].PortMappings[0].port',
        'containerDefinitions[0].Cpu',
      ],
      empty: ['containerDefinitions[0].memory'],
    },
  });
});

test('a placeholder in what only ECS sets keeps nobody from registering', () => {
  const text = '{"family": "a", "taskDefinitionArn": "<ARN>", "containerDefinitions": [{"name": "a", "image": "b"}]}';
  assert.ok('input' in read(text));
});

test('a service definition is read by the same rules', () => {
  const service = (text: string) => toServiceInput(parseDocument(text, { kind: 'service' }));
  assert.deepEqual(service('{"serviceName": "a", "runningCount": 1, "note": 2, "role": null, "desiredCount": 2}'), {
    input: { serviceName: 'a', desiredCount: 2 },
    leftOut: { outputOnly: ['runningCount'], unknown: ['note'], empty: ['role'] },
  });
  assert.deepEqual(service('{"serviceName": "((name))"}'), {
    reasons: ['serviceName still holds the placeholder ((name)).'],
  });
  assert.deepEqual(service('{"serviceName": '), { reasons: ['It is not valid JSON: see line 1.'] });
  assert.deepEqual(service('5'), { reasons: ['It holds no service definition.'] });
});

test('unresolved placeholders are refused, with their places', () => {
  assert.match(
    reasons('{"family": "a", "containerDefinitions": [{"name": "a", "image": "<IMAGE1_NAME>"}]}'),
    /containerDefinitions\[0\]\.image still holds the placeholder <IMAGE1_NAME>/,
  );
  assert.match(
    reasons('{"family": "a", "containerDefinitions": [{"name": "a", "image": "b", "cpu": ${cpu}}]}'),
    /template; \$\{cpu\} has no value/,
  );
  assert.match(
    reasons(
      '{"family": "a", "executionRoleArn": "arn:aws:iam::ACCOUNT_ID:role/x", "containerDefinitions": [{"name": "a", "image": "b"}]}',
    ),
    /ACCOUNT_ID/,
  );
});

test('dollar signs meant for a shell, the application or a log driver are let through', () => {
  const text = `{"family": "a", "containerDefinitions": [{"name": "a", "image": "b",
    "environment": [{"name": "URL", "value": "https://\${HOST}/x"}],
    "logConfiguration": {"logDriver": "json-file", "options": {"tag": "{{.Name}}"}}}]}`;
  assert.match(reasons(text), /^accepted/);
});

test('what is no whole task definition is refused', () => {
  assert.match(reasons('{"family": '), /not valid JSON: see line 1/);
  assert.match(reasons('[{"name": "a", "image": "b", "essential": true}]'), /list of containers/);
  assert.match(reasons('[{"family": "a", "containerDefinitions": []}]'), /no single task definition/);
  assert.match(reasons('{"serviceName": "a", "desiredCount": 1, "launchType": "EC2"}'), /not a task definition/);
  assert.match(reasons(''), /empty/);
});
