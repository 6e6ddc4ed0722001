import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { inlayHints } from '../../../src/taskdef/reading/inlayHints.ts';

const hintsOf = (task: object | string): Record<string, string> => {
  const text = typeof task === 'string' ? task : JSON.stringify(task);
  const hints = inlayHints(parseDocument(text, { kind: 'taskDefinition' }));
  return Object.fromEntries(
    hints.map(({ offset, text: hint }) => [/[^"{,]*"?:[^:]*$/.exec(text.slice(0, offset))![0], hint]),
  );
};

test('sizes are said in vCPU and GB, with what the containers reserve', () => {
  const task = {
    cpu: '512',
    memory: '1024',
    containerDefinitions: [
      { name: 'a', cpu: 256, memory: 512, memoryReservation: 128 },
      { name: 'b', cpu: 128, memory: 256 },
    ],
  };
  assert.deepEqual(hintsOf(task), {
    'cpu":"512"': '0.5 vCPU · containers reserve 384 of 512',
    'memory":"1024"': '1 GB · containers reserve 384 of 1024',
    'cpu":256': '0.25 vCPU',
    'cpu":128': '0.125 vCPU',
  });
});

test('a size that says its unit is not said again', () => {
  assert.deepEqual(hintsOf({ cpu: '1 vCPU', memory: '2 GB', containerDefinitions: [{ name: 'a' }] }), {});
});

test('placeholders and nonsense have no hint', () => {
  assert.deepEqual(hintsOf('{ "cpu": "${CPU}", "memory": ${MEM}, "containerDefinitions": [{ "cpu": "x" }] }'), {});
});
