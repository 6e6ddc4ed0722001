import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { toRegisterInput } from '../../../src/taskdef/register/registerInput.ts';

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
  });
});

test('the answer of DescribeTaskDefinition is unwrapped', () => {
  const result = read(
    '{"taskDefinition": {"family": "a", "status": "ACTIVE", "containerDefinitions": [{"name": "a", "image": "b"}]}}',
  );
  assert.deepEqual(result, { input: { family: 'a', containerDefinitions: [{ name: 'a', image: 'b' }] } });
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
  assert.match(reasons('{"serviceName": "a", "desiredCount": 1, "launchType": "EC2"}'), /not a task definition/);
  assert.match(reasons(''), /empty/);
});
