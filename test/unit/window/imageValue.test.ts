import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertedValue, shownValue } from '../../../src/ui/editor/live/imageValue.ts';

const web = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web';
const api = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api';
const digest = `@sha256:${'0'.repeat(64)}`;

test('of an image the list shows what tells it from others, which a narrow one would cut off', () => {
  assert.equal(shownValue(`tags ${web}`, `${web}:2026-11-27.1`), '2026-11-27.1');
  assert.equal(shownValue('repositories', web), 'shop/web');
  assert.equal(shownValue('logGroups', '/ecs/web'), '/ecs/web');
});

test('another repository leaves the tag that is written behind it', () => {
  assert.equal(insertedValue('repositories', web, ''), web);
  assert.equal(insertedValue('repositories', web, `${api}:1.2`), `${web}:1.2`);
  assert.equal(insertedValue('repositories', web, `localhost:5000/web:1.2`), `${web}:1.2`);
  assert.equal(insertedValue('repositories', web, `${api}:\${TAG}`), `${web}:\${TAG}`);
  assert.equal(insertedValue('repositories', web, `${api}:1.2${digest}`), `${web}:1.2`);
  assert.equal(insertedValue('repositories', web, `${web}:1.2${digest}`), `${web}:1.2${digest}`);
  assert.equal(insertedValue(`tags ${web}`, `${web}:2`, `${web}:1`), `${web}:2`);
});
