import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { documentLinks } from '../../../src/taskdef/reading/documentLinks.ts';

test('links stand on the text of the value; what a template fills in has none', () => {
  const text = JSON.stringify({
    family: 'shop',
    taskRoleArn: 'arn:aws:iam::${ACCOUNT}:role/app',
    containerDefinitions: [
      { name: 'nginx', image: 'nginx:1.27', environment: [{ name: 'image', value: 'nginx' }] },
      {
        name: 'app',
        image: '<IMAGE1_NAME>',
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/a', 'awslogs-region': 'eu-west-1' },
        },
      },
    ],
  });
  const links = documentLinks(parseDocument(text, { path: 'task-definition.json' }));
  assert.deepEqual(
    links.map(({ range }) => text.slice(range.offset, range.offset + range.length)),
    ['nginx:1.27', '/ecs/a'],
  );
});
