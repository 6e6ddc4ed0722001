import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { lint } from '../../../src/lint/lint.ts';
import { assertVisible, foreignText } from '../../support/foreignText.ts';
import type { LintFinding } from '../../../src/lint/lintFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'taskdef-lint-'));
after(() => rmSync(folder, { recursive: true }));

const bad = file(
  'bad-task-definition.json',
  '{\n  "family": "a b",\n  "revision": 1,\n  "containerDefinitions": [{ "name": "a", "image": "b:1", "memory": 128 }]\n}\n',
);
const good = file(
  'good-task-definition.json',
  '{ "family": "a", "containerDefinitions": [{ "name": "a", "image": "b:1", "memory": 128 }] }',
);
const stranger = file('package.json', '{ "name": "x" }');

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const status = await lint(argv, { write: (text) => (out += text), complain: (text) => (err += text) });
  return { status, out, err };
}

test('errors end with status 1, one line each', async () => {
  const { status, out } = await run('--severity', 'error', bad);
  assert.equal(status, 1);
  const lines = out.split('\n').map((line) => line.slice(folder.length + 1));
  assert.match(lines[0]!, /^bad-task-definition\.json:2:13: error TD011: "a b" is not a valid family/);
  assert.match(lines[1]!, /^bad-task-definition\.json:3:3: error TD002: "revision" comes from/);
  assert.equal(lines.length, 3);
});

test('no errors end with status 0, whatever else is found', async () => {
  const { status, out } = await run('--severity', 'hint', good);
  assert.equal(status, 0);
  assert.match(out, /hint TD0C2/);
  assert.equal((await run(good)).out, '');
});

test('JSON names places from 1 and what can be repaired', async () => {
  const { out } = await run('--format', 'json', '--severity', 'error', bad);
  const [first] = JSON.parse(out) as LintFinding[];
  const { message, ...rest } = first!;
  assert.match(message, /not a valid family/);
  assert.deepEqual(rest, {
    file: bad,
    line: 2,
    column: 13,
    endLine: 2,
    endColumn: 18,
    severity: 'error',
    rule: 'TD011',
    fixable: true,
  });
  assert.deepEqual(JSON.parse((await run('--format', 'json', good)).out), []);
});

test('GitHub is told in workflow commands', async () => {
  const { out } = await run('--format', 'github', '--severity', 'error', bad);
  assert.match(
    out,
    /^::error file=.*bad-task-definition\.json,line=2,endLine=2,col=13,endColumn=18,title=TD011::"a b"/,
  );
});

test('the tool decides what is an error', async () => {
  const { out } = await run('--tool', 'github-action', '--severity', 'info', bad);
  assert.match(out, /info TD002/);
});

test('unusable calls end with status 2 and say why', async () => {
  for (const [argv, why] of [
    [[], /No file is named/],
    [['--format', 'xml', bad], /--format is one of text, json, github/],
    [['--tool', 'make', bad], /--tool is one of aws-cli/],
    [['--sevrity', 'error', bad], /sevrity/],
    [[join(folder, 'absent.json')], /cannot be read/],
  ] as [string[], RegExp][]) {
    const { status, err } = await run(...argv);
    assert.equal(status, 2, argv.join(' '));
    assert.match(err, why);
  }
});

test('a file that cannot be read does not hide what is found in the others', async () => {
  const { status, out, err } = await run('--severity', 'error', join(folder, 'absent.json'), bad);
  assert.equal(status, 2);
  assert.match(err, /absent\.json cannot be read/);
  assert.match(out, /error TD011/);
});

test('UTF-16, as PowerShell writes it, is read, and is an error', async () => {
  const text = '{ "family": "a b", "containerDefinitions": [{ "name": "a", "image": "b:1", "memory": 128 }] }';
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  for (const [name, bytes] of [
    ['little-taskdef.json', little],
    ['big-taskdef.json', Buffer.from(little).swap16()],
  ] as const) {
    writeFileSync(join(folder, name), bytes);
    const { status, out } = await run('--severity', 'error', join(folder, name));
    assert.equal(status, 1);
    assert.match(out, /:1:1: error TD00F: The file is in UTF-16/);
    assert.match(out, /:1:13: error TD011/);
    assert.equal(out.trimEnd().split('\n').length, 2);
  }
});

test('a file that is none of ours and was named ends with status 2, and with what it seems to be', async () => {
  const { status, out, err } = await run(stranger, good);
  assert.equal(status, 2);
  assert.equal(out, '');
  assert.match(err, /package\.json was not checked: it seems to be a file of npm/);
});

test('--help explains the command', async () => {
  const { status, out } = await run('--help');
  assert.equal(status, 0);
  assert.match(out, /^Usage: ecs-taskdef-lint/);
});

test('what a file has in it gets no say over a terminal, a log or another format', async () => {
  const twoLines = `${foreignText}\n::error::forged`;
  const text = JSON.stringify({
    family: `${twoLines} !`,
    containerDefinitions: [{ name: twoLines, image: 'b:1', memory: 128, [twoLines]: 1 }],
  });
  const path = file('hostile-\u001b[31m\u009b\u202e-task-definition.json', text);
  for (const format of ['text', 'github'] as const) {
    const { out } = await run('--format', format, '--severity', 'hint', path);
    assertVisible(out, format, { lines: true });
    const lines = out.trimEnd().split('\n');
    assert.ok(lines.some((line) => line.includes('‹202e›')));
    assert.ok(lines.every((line) => (format === 'text' ? line.startsWith(folder) : /^::\w+ file=/.test(line))));
  }
  const json = (await run('--format', 'json', '--severity', 'hint', path)).out;
  assertVisible(json, 'json', { lines: true });
  const found = JSON.parse(json) as LintFinding[];
  assert.ok(found.every((finding) => finding.file === path));
  assert.ok(found.some(({ message }) => message.includes(foreignText)));
  const { err } = await run('\u001b[31m-none.json', '--format', 'text');
  assertVisible(err, 'complaint', { lines: true });
  const strange = await run(file('\u009bother.json', '{}'));
  assertVisible(strange.err, 'complaint', { lines: true });
});
