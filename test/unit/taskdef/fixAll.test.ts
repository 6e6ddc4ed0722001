import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../src/taskdef/document/edits.ts';
import { fixAll } from '../../../src/taskdef/fixAll.ts';

const registrable = {
  family: 'shop',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', essential: true, dnsServers: null }],
};
const described = {
  ...registrable,
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:3',
  revision: 3,
  status: 'ACTIVE',
  requiresAttributes: [{ name: 'ecs.capability.task-eni' }],
  compatibilities: ['EC2', 'FARGATE'],
  registeredAt: '2026-01-01T00:00:00Z',
  registeredBy: 'arn:aws:iam::123456789012:user/a',
  inferenceAccelerators: [],
  tags: [],
  pidMode: null,
};

for (const [name, value] of Object.entries({
  'with its wrapper': { taskDefinition: described, tags: [{ key: 'Team', value: 'shop' }] },
  'without its wrapper': described,
})) {
  for (const indent of [undefined, 2, '\t']) {
    test(`describe output ${name}, indented by ${JSON.stringify(indent)}, can be registered after one step`, () => {
      const document = parseDocument(JSON.stringify(value, undefined, indent), { path: 'task-definition.json' });
      const edit = fixAll(document) ?? assert.fail('nothing to do');
      const text = applyEdits(document.text, [edit]);
      const after = parseDocument(text, { path: 'task-definition.json' });
      assert.deepEqual(after.errors, []);
      const errors = check(after).filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ message }) => message),
        [],
      );
      const { dnsServers: _null, ...container } = registrable.containerDefinitions[0]!;
      const expected = { ...registrable, containerDefinitions: [container] };
      const tags = name.startsWith('with its') ? (JSON.parse(text) as { tags?: object[] }).tags : undefined;
      assert.deepEqual(JSON.parse(text), tags ? { ...expected, tags } : expected);
      assert.equal(fixAll(after), undefined);
    });
  }
}

test('a file that can be registered is left alone', () => {
  const file = { ...registrable, containerDefinitions: [{ name: 'web', image: 'nginx' }], cpu: '256', memory: '4096' };
  assert.equal(fixAll(parseDocument(JSON.stringify(file), { path: 'task-definition.json' })), undefined);
});

const service = {
  cluster: 'shop',
  serviceName: 'web',
  taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7',
  desiredCount: 2,
  launchType: 'FARGATE',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0123456789abcdef0'] } },
};
const describedService = {
  ...service,
  cluster: undefined,
  clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
  serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web',
  status: 'ACTIVE',
  runningCount: 1,
  pendingCount: 0,
  platformFamily: 'Linux',
  events: [{ id: '1', message: '(service web) has reached a steady state.' }],
  deployments: [{ id: 'ecs-svc/1', status: 'PRIMARY', taskDefinition: service.taskDefinition }],
  createdBy: null,
  tags: [],
};

for (const [name, value] of Object.entries({
  'with its wrapper': { services: [describedService], failures: [] },
  'without its wrapper': describedService,
})) {
  for (const indent of [undefined, 2, '\t']) {
    test(`a described service ${name}, indented by ${JSON.stringify(indent)}, is an input after one step`, () => {
      const document = parseDocument(JSON.stringify(value, undefined, indent), { path: 'service-definition.json' });
      const text = applyEdits(document.text, [fixAll(document) ?? assert.fail('nothing to do')]);
      const after = parseDocument(text, { path: 'service-definition.json' });
      assert.deepEqual(after.errors, []);
      assert.deepEqual(JSON.parse(text), service);
      const indentation = text.split('\n')[1]?.slice(0, 2);
      assert.equal(indentation, indent === 2 ? '  ' : indent === '\t' ? '\t"' : undefined);
      assert.deepEqual(
        check(after).filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.equal(fixAll(after), undefined);
    });
  }
}

test('of several described services none is chosen unasked', () => {
  const text = JSON.stringify({ services: [describedService, { ...describedService, serviceName: 'api' }] });
  const edit = fixAll(parseDocument(text, { path: 'services.json' }));
  const { services } = JSON.parse(edit ? applyEdits(text, [edit]) : text) as { services: unknown[] };
  assert.equal(services.length, 2);
});
