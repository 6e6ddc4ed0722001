import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FormatOptions, LineFormatter } from '../../../src/logs/lineFormatter.ts';
import type { LogLine } from '../../../src/logs/logLine.ts';

const noon = Date.UTC(2026, 10, 23, 12, 0, 0, 42);

function line(message: string, options: { task?: string; at?: number; container?: string } = {}): LogLine {
  const { task = '3f2a91c0aaaabbbbccccddddeeeeffff', at = noon, container = 'app' } = options;
  const stream = `web/${container}/${task}`;
  return { stream, timestamp: at, ingestionTime: at, message, group: 'g', writer: { task, container } };
}

function rows(lines: LogLine[], options: Partial<FormatOptions> = {}): string[] {
  const formatter = new LineFormatter({ clock: 'utc', json: 'line', origin: noon, ...options });
  return formatter.format(lines).trimEnd().split('\n');
}

const other = '9'.repeat(32);

test('a row has time, task, container, level and message', () => {
  assert.deepEqual(rows([line('2026 WARN disk is nearly full')]), [
    '── 2026-11-23',
    '12:00:00.042 3f2a91c0 app WARN  2026 WARN disk is nearly full',
  ]);
});

test('labels are padded to the widest, so that messages stand below each other', () => {
  const [, first, second] = rows([line('one', { container: 'envoy' }), line('two')]);
  assert.equal(first?.indexOf('one'), second?.indexOf('two'));
});

test('a JSON message is one row: message first, then its fields, without time and level', () => {
  const json = '{"time":"x","level":"error","msg":"no stock","user":{"id":7},"path":"/a b"}';
  assert.match(rows([line(json)])[1] ?? '', /ERROR no stock {2}user=\{"id":7\} path="\/a b"$/);
});

test('JSON can stay as it was, or be spread over rows', () => {
  const json = '{"level":"error","msg":"no stock","user":7}';
  assert.match(rows([line(json)], { json: 'raw' })[1] ?? '', /ERROR \{"level":"error","msg":"no stock","user":7\}$/);
  const pretty = rows([line(json)], { json: 'pretty' });
  assert.match(pretty[1] ?? '', /ERROR no stock$/);
  assert.match(pretty[2] ?? '', /^ +│ user: 7$/);
});

test('a stack inside JSON stands below its message', () => {
  const found = rows([line('{"msg":"failed","err":{"message":"no","stack":"Error: no\\n    at a.ts:1:2"}}')]);
  assert.match(found[2] ?? '', /│ Error: no$/);
  assert.match(found[3] ?? '', /│ {5}at a.ts:1:2$/);
});

test('frames that came as lines of their own stay with their exception, whatever stands between', () => {
  const found = rows([
    line('java.lang.IllegalStateException: closed'),
    line('hello', { task: other }),
    line('\tat shop.Cart.add(Cart.java:12)'),
    line('Caused by: java.io.IOException'),
  ]);
  assert.match(found[1] ?? '', /ERROR java/);
  assert.match(found[2] ?? '', /^ +│ \tat shop/);
  assert.match(found[3] ?? '', /^ +│ Caused by/);
  assert.match(found[4] ?? '', /99999999 app .*hello/);
});

test('frames without their beginning get a label, lest they seem another task’s', () => {
  const found = rows([line('hello', { task: other }), line('\tat shop.Cart.add(Cart.java:12)')]);
  assert.match(found[2] ?? '', /3f2a91c0 app/);
});

test('an event of several lines is one block', () => {
  assert.match(rows([line('first\nsecond\n')])[2] ?? '', /^ +│ second$/);
});

test('colours of a terminal and other control characters are left out', () => {
  assert.match(rows([line('\u001b[31mERROR\u001b[0m bad\u0007')])[1] ?? '', /ERROR ERROR bad$/);
});

test('an endless row is cut, and says by how much', () => {
  assert.match(rows([line('x'.repeat(50))], { longest: 20 })[1] ?? '', / x{20} … \(\+30\)$/);
});

test('times can be relative, and a new day is told once', () => {
  assert.match(rows([line('x', { at: noon + 61_001 })], { clock: 'relative' })[0] ?? '', /^\+00:01:01\.001 /);
  assert.match(rows([line('x', { at: noon - 1 })], { clock: 'relative' })[0] ?? '', /^-00:00:00\.001 /);
  const days = rows([line('x'), line('y'), line('z', { at: noon + 86_400_000 })]).filter((row) =>
    row.startsWith('── '),
  );
  assert.deepEqual(days, ['── 2026-11-23', '── 2026-11-24']);
});

test('blocks come one by one for those who put the newest first', () => {
  const formatter = new LineFormatter({ clock: 'utc', json: 'line', origin: noon, dates: true });
  const blocks = formatter.blocks([line('Error: a'), line('  at b'), line('next')]);
  assert.equal(blocks.length, 2);
  assert.match(blocks[0] ?? '', /^2026-11-23 12:00:00\.042 .*\n +│ {3}at b\n$/);
});

test('a marker keeps to one row', () => {
  const formatter = new LineFormatter({ clock: 'utc', json: 'line', origin: noon, dates: true });
  assert.equal(formatter.marker(noon, 'Task\nstopped'), '2026-11-23 12:00:00.042 ── Task stopped\n');
});
