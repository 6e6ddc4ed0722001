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

const described = {
  serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web',
  clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
  serviceName: 'web',
  status: 'ACTIVE',
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  loadBalancers: [],
  healthCheckGracePeriodSeconds: 0,
  tags: [],
  deployments: [
    {
      status: 'PRIMARY',
      taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
      serviceConnectConfiguration: { enabled: true, namespace: 'shop' },
    },
  ],
};

for (const [name, file] of Object.entries({
  wrapped: { services: [described], failures: [] },
  answered: { service: described },
  bare: described,
})) {
  test(`a service as ECS tells it, ${name}, becomes the input of CreateService`, () => {
    const result = toServiceInput(parseDocument(JSON.stringify(file), { path: 'service.json' }));
    assert.deepEqual('input' in result && result.input, {
      cluster: 'shop',
      serviceName: 'web',
      taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
      desiredCount: 2,
      loadBalancers: [],
      serviceConnectConfiguration: { enabled: true, namespace: 'shop' },
    });
  });
}

test('of a daemon and of task sets, what CreateService refuses is left out', () => {
  const inputOf = (changes: object) => {
    const file = { ...described, taskDefinition: 'web:7', launchType: 'EC2', deployments: [], ...changes };
    const result = toServiceInput(parseDocument(JSON.stringify(file), { path: 'service.json' }));
    return 'input' in result ? Object.keys(result.input) : [];
  };
  assert.ok(!inputOf({ schedulingStrategy: 'DAEMON' }).includes('desiredCount'));
  assert.deepEqual(
    inputOf({ deploymentController: { type: 'EXTERNAL' } }).filter((name) => /^(?:taskDef|launch|loadB)/.test(name)),
    [],
  );
});

test('several services are none', () => {
  const file = JSON.stringify({ services: [described, described] });
  assert.deepEqual(toServiceInput(parseDocument(file, { path: 'service.json' })), {
    reasons: ['It tells of 2 services.'],
  });
});

test('the input of UpdateService names its service by name or ARN, and says only what changes', () => {
  const file = { service: described.serviceArn, desiredCount: 3, forceNewDeployment: true };
  const result = toServiceInput(parseDocument(JSON.stringify(file), { kind: 'serviceUpdate' }));
  assert.deepEqual(result, {
    input: { cluster: 'shop', serviceName: 'web', desiredCount: 3 },
    update: { forceNewDeployment: true },
    leftOut: { outputOnly: [], unknown: [], empty: [] },
  });
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
