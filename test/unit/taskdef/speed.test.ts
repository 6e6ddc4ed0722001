import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { ownFile } from './corpus/ownFiles.ts';

const typical = ownFile('tide-tables/.aws/task-definition.json').text;

/** A file of the largest size that ECS takes. */
function largest(): string {
  const [container] = (JSON.parse(typical) as { containerDefinitions: object[] }).containerDefinitions;
  const environment = Array.from({ length: 105 }, (_, i) => ({ name: `VARIABLE_${i}`, value: 'v'.repeat(12) }));
  const containerDefinitions = Array.from({ length: 10 }, (_, i) => ({ ...container, name: `c${i}`, environment }));
  return JSON.stringify({ ...(JSON.parse(typical) as object), containerDefinitions });
}

/** Median of the processor time of a full pass, in ms: other programs on the machine do not count. */
function medianTime(text: string, rounds: number): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = process.cpuUsage();
    for (let i = 0; i < 5; i++) check(parseDocument(text, { path: 'task-definition.json' }));
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 5000);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

test('a full pass over a typical file takes at most 2 ms', () => {
  medianTime(typical, 100);
  const time = medianTime(typical, 60);
  assert.ok(time < 2, `${time.toFixed(2)} ms`);
});

test('a full pass over the largest file that ECS takes takes at most 15 ms', () => {
  const text = largest();
  assert.ok(text.length > 50_000 && text.length < 65_536, `${text.length}`);
  medianTime(text, 10);
  const time = medianTime(text, 20);
  assert.ok(time < 15, `${time.toFixed(2)} ms`);
});
