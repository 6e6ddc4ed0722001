import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portionOf } from '../../../src/logs/lines/portionOf.ts';
import { findRowLinks } from '../../../src/logs/lines/logLinks.ts';
import { LogFolds, LogLandmarks } from '../../../src/logs/lines/logOutline.ts';
import { liveTailInput, sharedPrefix } from '../../../src/logs/read/logQuery.ts';
import { parseMoment } from '../../../src/logs/lines/moment.ts';
import { parseTextFilter } from '../../../src/logs/lines/textFilter.ts';
import { withoutHanging } from '../../support/withoutHanging.ts';

const now = new Date(2026, 10, 23, 12, 0).getTime();

test('moments as people write them', () => {
  assert.equal(parseMoment('90m', now), now - 5_400_000);
  assert.equal(parseMoment('now', now), now);
  assert.equal(parseMoment('11:30', now), new Date(2026, 10, 23, 11, 30).getTime());
  assert.equal(parseMoment('13:30', now), new Date(2026, 10, 22, 13, 30).getTime());
  assert.equal(parseMoment('2026-11-20 9:05', now), new Date(2026, 10, 20, 9, 5).getTime());
  assert.equal(parseMoment('2026-11-20T09:05Z', now), Date.UTC(2026, 10, 20, 9, 5));
  assert.equal(parseMoment('2026-11-20', now), new Date(2026, 10, 20).getTime());
  for (const text of ['', 'soon', '25:00', '11', '2026-13-40']) assert.equal(parseMoment(text, now), undefined, text);
});

test('a text filter is a text in any case or a regular expression', () => {
  assert.ok(parseTextFilter('Timeout')('a TIMEOUT here'));
  assert.ok(parseTextFilter('/5\\d\\d/')('status 503'));
  const global = parseTextFilter('/a/gi');
  assert.deepEqual([global('A'), global('A')], [true, true]);
  assert.throws(() => parseTextFilter('/(/'), SyntaxError);
});

test('rows link to ARNs and source files', () => {
  const kinds = (row: string) =>
    findRowLinks(row).map((link) => (link.kind === 'arn' ? link.arn : `${link.path}|${link.line}`));
  assert.deepEqual(kinds('for arn:aws:ecs:eu-west-3:1:task/shop/0123. Bye'), [
    'arn:aws:ecs:eu-west-3:1:task/shop/0123',
  ]);
  assert.deepEqual(kinds('    at add (/app/src/cart.ts:12:7)'), ['/app/src/cart.ts|12']);
  assert.deepEqual(kinds('\tat shop.Cart.add(Cart.java:88)'), ['Cart.java|88']);
  assert.deepEqual(kinds('  File "app/main.py", line 3, in run'), ['app/main.py|3']);
  assert.deepEqual(kinds('12:00:00.042 listening on http://10.0.0.1:8080'), []);
  assert.deepEqual(kinds('    at next (/app/node_modules/express/lib/router/index.js:284:9)'), []);
  assert.deepEqual(kinds('  File "/usr/local/lib/python3.12/json/decoder.py", line 355, in raw'), []);
  // In .NET and Ruby.
  assert.deepEqual(kinds('   at Shop.Cart.Add() in /src/Cart.cs:line 12'), ['/src/Cart.cs|12']);
  assert.deepEqual(kinds("\tfrom app/cart.rb:7:in 'add'"), ['app/cart.rb|7']);
});

test('rows that hold no link are searched to their end, whatever they are made of', () => {
  const row = Array.from({ length: 250 }, (_, at) => `${at}Abc/+`).join('');
  withoutHanging('the search', () => {
    for (let time = 0; time < 500; time++) assert.deepEqual(findRowLinks(row), []);
  });
});

test('blocks fold, errors and markers are landmarks', () => {
  const text = [
    '12:00:00.000 ── Task 1 is running',
    '12:00:00.001 3f2a91c0 app ERROR bad',
    '      │ at a',
    '      │ at b',
    '12:00:00.002 3f2a91c0 app INFO  x',
  ];
  const folds = new LogFolds();
  const landmarks = new LogLandmarks();
  for (const [row, line] of text.entries()) {
    folds.read(row, line);
    landmarks.read(row, line);
  }
  assert.deepEqual(folds.found, [{ start: 1, end: 3 }]);
  assert.deepEqual(
    landmarks.found.map(({ row, name }) => [row, name]),
    [
      [0, 'Task 1 is running'],
      [1, 'bad'],
    ],
  );
});

test('the prefix that streams share is what a poll reads, each of them what live tail takes', () => {
  assert.equal(sharedPrefix(['web/app/', 'web/proxy/']), 'web/');
  assert.equal(sharedPrefix(['a', 'b']), undefined);
  assert.equal(sharedPrefix([]), undefined);
  const query = { region: 'r', group: 'g', groupArn: 'arn', streamPrefixes: ['web/app/', 'web/proxy/'] };
  assert.deepEqual(liveTailInput(query).logStreamNamePrefixes, ['web/app/', 'web/proxy/']);
  const many = Array.from({ length: 101 }, (_, at) => `web/${at}/`);
  assert.deepEqual(liveTailInput({ ...query, streamPrefixes: many }).logStreamNamePrefixes, ['web/']);
});

test('a portion of a text ends with a row, and never within a character', () => {
  assert.equal(portionOf('one\ntwo\nthree', 9), 'one\ntwo\n');
  assert.equal(portionOf('short', 9), 'short');
  assert.equal(portionOf('ab\u{1f600}cd', 3), 'ab');
  assert.equal(portionOf('ab\u{1f600}cd', 4), 'ab\u{1f600}');
});
