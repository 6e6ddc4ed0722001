import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FormatOptions, LineFormatter } from '../../../src/logs/lines/lineFormatter.ts';
import type { LogLine } from '../../../src/logs/lines/logLine.ts';
import { withoutHanging } from '../../support/withoutHanging.ts';

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

const traces: [name: string, messages: string[]][] = [
  [
    'Python',
    [
      'Traceback (most recent call last):',
      '  File "/app/main.py", line 12, in <module>',
      'shop.errors.NoStock: none left',
      ' ',
      'During handling of the above exception, another exception occurred:',
      'Traceback (most recent call last):',
      '  File "/app/main.py", line 15, in <module>',
      'KeyError: 1',
    ],
  ],
  [
    'Go',
    [
      'panic: index out of range [3]',
      'goroutine 1 [running]:',
      'main.(*Cart).Add(0x1)',
      '\t/app/main.go:12 +0x1d',
      'exit status 2',
    ],
  ],
  [
    '.NET',
    [
      'Unhandled exception. System.Exception: no',
      '   at Cart.Add()',
      '--- End of stack trace from previous location ---',
    ],
  ],
  ['Ruby', ["cart.rb:3:in 'add': no stock (RuntimeError)", "\tfrom cart.rb:7:in '<main>'"]],
  ['Rust', ["thread 'main' panicked at src/main.rs:2:5:", 'no stock', 'note: run with `RUST_BACKTRACE=1`']],
  [
    'Java',
    [
      'Exception in thread "main" shop.NoStock: none',
      '\tat shop.Cart.add(Cart.java:12)',
      'Caused by: java.io.IOException',
    ],
  ],
];
for (const [name, messages] of traces) {
  test(`a trace of ${name} stays together line by line, and what follows begins anew`, () => {
    const lines = messages.flatMap((message) => [line(message), line('hello', { task: other })]);
    const found = rows([...lines, line('next')]).slice(1);
    assert.match(found[0] ?? '', / (?:ERROR|FATAL) /);
    for (const row of found.slice(1, messages.length)) assert.match(row, /^ +│ /);
    assert.match(found[messages.length] ?? '', /hello/);
    assert.match(found.at(-1) ?? '', /3f2a91c0 app +next$/);
  });
}

test('a trace goes on over batches, unless something else stands between', () => {
  const formatter = new LineFormatter({ clock: 'utc', json: 'line', origin: noon });
  formatter.format([line('Error: no stock')]);
  const frame = line('    at add (cart.ts:12:7)');
  assert.match(formatter.format([line('hello', { task: other }), frame]), /^ +│ {5}at add.*\n12:00.*hello\n$/);
  assert.match(formatter.format([line('    at main (cart.ts:20:7)')]), /^12:00/);
  formatter.format([line('Error: no stock')]);
  formatter.marker(noon, 'Paused');
  assert.match(formatter.format([frame]), /^12:00/);
});

test('an indented line long after is no part of the block, and an indented level begins a line', () => {
  const late = line('  second table', { at: noon + 60_000 });
  const found = rows([
    line('tables:'),
    line('  first table'),
    line('hello', { task: other }),
    late,
    line(' INFO [main] up'),
  ]);
  assert.match(found[2] ?? '', /^ +│ {3}first/);
  assert.match(found[4] ?? '', /^12:01:00\.042 3f2a91c0 app +second table$/);
  assert.match(found[5] ?? '', /INFO {3}INFO \[main\] up$/);
});

test('all messages of a batch begin in the same column', () => {
  const found = rows([line('hello'), line('hello', { container: 'a-longer-name' })]);
  assert.equal(found[1]?.indexOf('hello'), found[2]?.indexOf('hello'));
});

test('a carriage return and the unusual line ends begin a row, so that nothing is hidden', () => {
  const found = rows([line('loading 10%\rloading 100%\u2028done\r\nnext')]);
  assert.match(found[1] ?? '', /loading 10%$/);
  assert.deepEqual(
    found.slice(2).map((row) => row.trim()),
    ['│ loading 100%', '│ done', '│ next'],
  );
});

const structured: [name: string, json: string, row: RegExp][] = [
  ['pino', '{"level":50,"time":1,"pid":1,"hostname":"ip-10-0-0-1","msg":"no stock","id":7}', /ERROR no stock {2}id=7$/],
  ['Serilog', '{"@t":"2026","@mt":"Hello {Name}","@m":"Hello Bob","Name":"Bob"}', / Hello Bob {2}Name=Bob$/],
  ['.NET', '{"LogLevel":"Error","Message":"no","Exception":"System.Exception: no\\n   at Add()"}', /│ {4}at Add\(\)$/],
  [
    'ECS logging',
    '{"log.level":"error","message":"no","error":{"stack_trace":"E: no\\n\\tat a(C.java:1)"}}',
    /│ \tat a\(C\.java:1\)$/,
  ],
  ['Ruby', '{"severity":"ERROR","message":"no","exception":{"backtrace":["a.rb:1","b.rb:2"]}}', /│ b\.rb:2$/],
  [
    'FireLens',
    '{"source":"stdout","log":"{\\"level\\":\\"warn\\",\\"msg\\":\\"slow\\"}","container_id":"1-2","ecs_cluster":"shop","team":"a"}',
    /WARN {2}slow {2}team=a$/,
  ],
  [
    'FireLens of plain text',
    '{"log":"ERROR no stock\\r","container_id":"1","ecs_task_arn":"arn"}',
    /ERROR ERROR no stock$/,
  ],
];
for (const [name, json, row] of structured) {
  test(`JSON as ${name} writes it`, () => assert.match(rows([line(json)]).at(-1) ?? '', row));
}

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

test('a message of one character repeated holds nothing up', () => {
  const size = 256_000;
  for (const one of ['\r', '(', 'a', 'A.', '[', '\u001b[', ' ']) {
    for (const above of [
      'panic: lost',
      'Traceback (most recent call last):',
      "thread 'main' panicked at src/a.rs:1:2:",
    ]) {
      const message = line(`${one.repeat(size / one.length)}!`);
      withoutHanging(`${JSON.stringify(one)} below ${above}`, () => rows([line(above), message]));
    }
  }
});

test('JSON that is nested too deep to be written again is shown as it came', () => {
  const deep = `{"msg":"order placed","tree":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  for (const json of ['line', 'pretty', 'raw'] as const) {
    assert.match(rows([line(deep)], { json }).at(-1) ?? '', /app +\{"msg":"order placed"/);
  }
});

test('what stands after a gap does not belong to what stood before it', () => {
  const formatter = new LineFormatter({ clock: 'utc', json: 'line', origin: noon });
  formatter.format([line('java.lang.IllegalStateException: no stock')]);
  formatter.interrupt();
  assert.match(formatter.format([line('\tat com.shop.Cart.lock(Cart.java:77)')]), /^12:00:00\.042 3f2a91c0 app/);
});
