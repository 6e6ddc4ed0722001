import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Level, levelOfText, levelOfValue } from '../../../src/logs/lines/level.ts';

const lines: [text: string, level: Level | undefined][] = [
  ['2026-11-23 12:00:00,123 ERROR [main] c.s.Order - failed', 'error'],
  ['2026-11-23T12:00:00.123Z  WARN 1 --- [main] o.s.b.Boot : slow', 'warn'],
  ['INFO:     Uvicorn running on http://0.0.0.0:80', 'info'],
  ['ERROR:root:could not connect', 'error'],
  ['[error] 31#31: *1 open() failed', 'error'],
  ['2026/11/23 12:00:00 [warn] 31#31: conflicting server name', 'warn'],
  ['time="2026-11-23T12:00:00Z" level=warning msg="no cache"', 'warn'],
  ['level=debug ts=2026 caller=main.go:1 msg=x', 'debug'],
  ['E1123 12:00:00.000000       1 server.go:10] cannot listen', 'error'],
  ['I, [2026-11-23T12:00:00 #1]  INFO -- : started', 'info'],
  ['fail: Microsoft.AspNetCore.Server[13]', 'error'],
  ['dbug: Microsoft.Hosting[0]', 'debug'],
  ['<crit> backend is gone', 'fatal'],
  ['2026-11-23 12:00:00 UTC [1] FATAL:  password authentication failed', 'fatal'],
  ['panic: runtime error: index out of range', 'fatal'],
  ['Traceback (most recent call last):', 'error'],
  ['TypeError: undefined is not a function', 'error'],
  ['java.lang.IllegalStateException: closed', 'error'],
  ['GET /errors/ERROR.html 200', undefined],
  ['no error was found in the information', undefined],
  ['172.17.0.1 - - "GET /warn HTTP/1.1" 200', undefined],
  ['hello', undefined],
  ['error_count=0 warn_count=0', undefined],
  ['ERROR=0 WARN=2', undefined],
  ['error: 0, warnings: 0', undefined],
  ['done, no ERROR found', undefined],
  ['GET /search?level=debug 200', undefined],
  ['level=constructor', undefined],
  ['INFO retrying after [error] response', 'info'],
  ['[12:00:00 INF] Now listening on http://[::]:80', 'info'],
  ['[12:00:00 FTL] host terminated', 'fatal'],
  ['trce: Microsoft.Hosting[0]', 'trace'],
  ['ERRO[0003] cannot open', 'error'],
  ['[2026-11-23T12:00:00+00:00] production.ERROR: no stock {"id":1}', 'error'],
  ['[Mon Nov 23 12:00:00.000 2026] [core:error] [pid 1] AH00035: access denied', 'error'],
  ['PHP Fatal error:  Uncaught Error: no stock in /app/index.php:3', 'error'],
  ['PHP Deprecated:  Function is old', 'warn'],
  ['(node:1) Warning: Setting is unsafe', 'warn'],
  ['npm error code ELIFECYCLE', 'error'],
  ["thread 'main' panicked at src/main.rs:2:5:", 'fatal'],
  ['fatal error: all goroutines are asleep - deadlock!', 'fatal'],
  ["app.rb:3:in 'add': no stock (RuntimeError)", 'error'],
  ['** (RuntimeError) no stock', 'error'],
  ['exec /app/run: exec format error', 'error'],
  ['2026-11-23 12:00:00.000 UTC [1] LOG:  database system is ready', 'info'],
  ['2026-11-23T12:00:00.000Z 0 [Note] mysqld: ready', 'info'],
];

for (const [text, level] of lines) {
  test(`“${text}” is ${level ?? 'of no level'}`, () => assert.equal(levelOfText(text), level));
}

test('values of structured loggers', () => {
  const values: [unknown, Level | undefined][] = [
    ['Warning', 'warn'],
    ['INFORMATION', 'info'],
    [30, 'info'],
    [50, 'error'],
    [60, 'fatal'],
    [3, 'error'],
    ['20', 'debug'],
    ['custom', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    [undefined, undefined],
    [{}, undefined],
  ];
  for (const [value, level] of values) assert.equal(levelOfValue(value), level, String(value));
});
