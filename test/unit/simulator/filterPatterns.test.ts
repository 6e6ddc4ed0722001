import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFilterPattern } from '../../simulator/logs/filterPattern.ts';

const APACHE = '127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /apache_pb.gif HTTP/1.0" 404 1534';
const JSON_LINE = JSON.stringify({
  level: 'error',
  ms: 120,
  ok: false,
  user: null,
  request: { 'user-agent': 'curl/8', path: '/cart' },
  tags: [{ key: 'a' }, { key: 'b' }],
});

const cases: [pattern: string | undefined, message: string, matches: boolean][] = [
  [undefined, 'anything', true],
  ['', 'anything', true],
  ['ERROR', 'an ERROR here', true],
  ['ERROR', 'an error here', false],
  ['ERROR timeout', 'timeout ERROR', true],
  ['ERROR timeout', 'ERROR only', false],
  ['?ERROR ?WARN', 'a WARN', true],
  ['?ERROR ?WARN', 'an INFO', false],
  ['ERROR -retry', 'ERROR for good', true],
  ['ERROR -retry', 'ERROR, retry', false],
  ['"out of memory"', 'killed: out of memory', true],
  ['"out of memory"', 'out memory of', false],
  ['-"health check" GET', 'GET / health check', false],
  ['%4\\d\\d%', 'status 404', true],
  ['%4\\d\\d%', 'status 200', false],
  ['[host, logName, user, timestamp, request, statusCode=4*, size]', APACHE, true],
  ['[host, logName, user, timestamp, request, statusCode=5*, size]', APACHE, false],
  ['[..., statusCode=404, size>1000]', APACHE, true],
  ['[..., statusCode=404, size>2000]', APACHE, false],
  ['[host, ...]', APACHE, true],
  ['[host]', APACHE, false],
  ['{ $.level = "error" }', JSON_LINE, true],
  ['{ $.level = "err*" }', JSON_LINE, true],
  ['{ $.level != "error" }', JSON_LINE, false],
  ['{ $.ms > 100 && $.level = "error" }', JSON_LINE, true],
  ['{ $.ms > 200 || $.level = "error" }', JSON_LINE, true],
  ['{ ($.ms > 200 || $.ms <= 120) && $.ok IS FALSE }', JSON_LINE, true],
  ['{ $.ms = 120 }', JSON_LINE, true],
  ['{ $.user IS NULL }', JSON_LINE, true],
  ['{ $.user NOT EXISTS }', JSON_LINE, false],
  ['{ $.nobody NOT EXISTS }', JSON_LINE, true],
  ['{ $.request.path = "/cart" }', JSON_LINE, true],
  [`{ $.request['user-agent'] = "curl*" }`, JSON_LINE, true],
  ['{ $.tags[1].key = "b" }', JSON_LINE, true],
  ['{ $.tags[0].key = "b" }', JSON_LINE, false],
  ['{ $.tags[*].key = "b" }', JSON_LINE, true],
  ['{ $.level = %^err% }', JSON_LINE, true],
  ['{ $.level = "error" }', 'no JSON at all', false],
];

test('filter patterns match what CloudWatch Logs matches', () => {
  for (const [pattern, message, matches] of cases) {
    assert.equal(parseFilterPattern(pattern)(message), matches, `${pattern} on ${message}`);
  }
});

test('what is no pattern is refused', () => {
  for (const pattern of ['{ $.level', '{ level = 1 }', '"open', '[a, b', '{ $.a = 1 && }', 'a(b']) {
    assert.throws(
      () => parseFilterPattern(pattern)('x'),
      { name: 'InvalidParameterException', message: 'Invalid filter pattern' },
      pattern,
    );
  }
});
