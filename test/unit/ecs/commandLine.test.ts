import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { parseCommandLine, shellQuoted } from '../../../src/ecs/text/commandLine.ts';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../src/taskdef/document/edits.ts';

const lines: Record<string, string[] | undefined> = {
  'node server.js --port 80': ['node', 'server.js', '--port', '80'],
  '["sh", "-c", "echo hi"]': ['sh', '-c', 'echo hi'],
  'sh -c "echo \'a b\'"': ['sh', '-c', "echo 'a b'"],
  '--name="two words"x': ['--name=two wordsx'],
  'say \\"hi\\" two\\ words': ['say', '"hi"', 'two words'],
  'C:\\app\\run.exe "C:\\Program Files\\x"': ['C:\\app\\run.exe', 'C:\\Program Files\\x'],
  "sh -c 'open": undefined,
  '': [],
};

for (const [line, words] of Object.entries(lines)) {
  test(`the words of ${line || 'nothing'}`, () => assert.deepEqual(parseCommandLine(line), words));
}

test('a command in one text becomes the same words in a file', () => {
  for (const [line, words] of Object.entries(lines)) {
    const text = JSON.stringify({ family: 'a', containerDefinitions: [{ name: 'a', image: 'b', command: line }] });
    const findings = check(parseDocument(text, { kind: 'taskDefinition' })).filter(({ rule }) => rule === 'TD006');
    assert.equal(findings.length, 1, line);
    const [fix] = findings[0]?.fixes ?? [];
    const fixed = fix && (JSON.parse(applyEdits(text, fix.edits)) as { containerDefinitions: { command: string[] }[] });
    assert.deepEqual(fixed?.containerDefinitions[0]?.command, words, line);
  }
});

test('a quoted word is one word to a shell, whatever is in it', () => {
  for (const word of [
    'plain',
    'two words',
    "it's",
    '$HOME',
    '`id`',
    'a"b',
    'back\\slash',
    'very!important',
    '',
    '*',
    ';ls',
  ]) {
    assert.equal(execFileSync('sh', ['-c', `printf %s ${shellQuoted(word)}`], { encoding: 'utf8' }), word);
    assert.deepEqual(parseCommandLine(shellQuoted(word)), [word]);
  }
  assert.equal(
    shellQuoted('arn:aws:ecs:eu-west-3:111122223333:cluster/shop'),
    'arn:aws:ecs:eu-west-3:111122223333:cluster/shop',
  );
  assert.equal(shellQuoted('two words'), '"two words"', 'PowerShell and cmd take it, too');
});
