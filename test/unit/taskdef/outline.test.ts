import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { outline, type OutlineItem } from '../../../src/taskdef/reading/outline.ts';

const text = `{
  "family": "shop",
  "cpu": \${cpu},
  "containerDefinitions": [
    { "name": "web", "image": "{{ must_env \`IMAGE\` }}", "environment": [{ "name": "A", "value": "b" }] },
    { "image": "x" }
  ]
}`;

test('items of a list are called by what tells them apart', () => {
  const items = outline(parseDocument(text, { kind: 'taskDefinition' }));
  assert.deepEqual(
    items.map(({ name }) => name),
    ['family', 'cpu', 'containerDefinitions'],
  );
  const containers = items[2]?.children ?? [];
  assert.deepEqual(
    containers.map(({ name }) => name),
    ['web', '1'],
  );
  assert.equal(containers[0]?.children[2]?.children[0]?.name, 'A');
});

test('parts of a service definition are called by what they are about', () => {
  const service = JSON.stringify({
    serviceName: 'web',
    capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    serviceConnectConfiguration: { services: [{ portName: 'http', clientAliases: [{ port: 80, dnsName: 'web' }] }] },
    placementStrategy: [{ type: 'random' }],
  });
  const items = outline(parseDocument(service, { kind: 'service' }));
  const first = (name: string): string | undefined => items.find((one) => one.name === name)?.children[0]?.name;
  assert.equal(first('capacityProviderStrategy'), 'FARGATE_SPOT');
  assert.equal(first('placementStrategy'), 'random');
  assert.equal(items[2]?.children[0]?.children[0]?.name, 'http');
});

test('every part lies inside its parent, also while a file is being typed', () => {
  for (let end = 0; end <= text.length; end++) {
    const items = outline(parseDocument(text.slice(0, end), { kind: 'taskDefinition' }));
    for (const item of items) assertInside(item, { offset: 0, length: end });
  }
});

function assertInside(item: OutlineItem, outer: { offset: number; length: number }): void {
  const inside = (range: { offset: number; length: number }, of: typeof outer): boolean =>
    range.offset >= of.offset && range.offset + range.length <= of.offset + of.length;
  assert.ok(inside(item.range, outer), item.name);
  assert.ok(inside(item.selection, item.range), item.name);
  for (const child of item.children) assertInside(child, item.range);
}
