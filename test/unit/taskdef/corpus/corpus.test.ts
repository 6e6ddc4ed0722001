import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../../../src/taskdef/rule/finding.ts';
import { serviceRules, taskRules } from '../../../../src/taskdef/ruleTable.ts';
import { advice, saidNearlyEverywhere } from './advice.ts';
import { expectedFiles } from './expectedFiles.ts';
import { findingsIn, findingsWith, markedText, placeOf, read } from './findings.ts';
import { ownFiles } from './ownFiles.ts';

const rules = new Set([...taskRules, ...serviceRules].map(({ id }) => id));
const found = new Map<string, Finding[]>();
for (const file of ownFiles) found.set(file.path, await findingsIn(file));
/** What describe output is full of: counted, and not listed one by one. */
const describeNoise = new Set(['TD002', 'TD00A']);

test('every file has its expectation, and there are enough of each kind', (t) => {
  assert.deepEqual(Object.keys(expectedFiles).toSorted(), ownFiles.map(({ path }) => path).toSorted());
  const kinds = ownFiles.map(({ path }) => expectedFiles[path]?.kind ?? 'taskDefinition');
  const count = (...wanted: string[]): number => kinds.filter((kind) => wanted.includes(kind)).length;
  const ours = count('taskDefinition', 'wrapper', 'containers');
  t.diagnostic(`${ours} task definitions, ${count('service')} service definitions, ${count('other')} strangers`);
  assert.ok(ours >= 90 && count('service') >= 8 && count('other') >= 25);
});

for (const file of ownFiles) {
  const { kind = 'taskDefinition', about, findings = [], outputOnly, nulls } = expectedFiles[file.path] ?? {};
  test(`${file.path}: ${about}`, () => {
    assert.equal(read(file).kind, kind);
    const grave = found.get(file.path)!.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const described = outputOnly !== undefined;
    const listed = grave.filter(({ rule }) => !described || !describeNoise.has(rule));
    assert.deepEqual(
      listed.map((finding) => `${finding.severity} ${finding.rule} ${placeOf(file.text, finding)}`),
      findings.map(({ severity, rule, at }) => `${severity} ${rule} ${at}`),
    );
    if (!described) return;
    const marks = (id: string): string[] =>
      grave.filter(({ rule }) => rule === id).map((finding) => markedText(file.text, finding));
    assert.deepEqual(
      marks('TD002'),
      outputOnly.split(' ').map((name) => `"${name}"`),
    );
    assert.deepEqual(
      marks('TD00A'),
      Array.from({ length: nulls ?? 0 }, () => 'null'),
    );
  });
}

test('advice is given where it is due and nowhere else', () => {
  const given: Record<string, string[]> = {};
  for (const [path, findings] of found)
    for (const { rule, severity } of findings)
      if ((severity === 'hint' || severity === 'info') && !saidNearlyEverywhere.has(rule))
        given[rule] = [...new Set([...(given[rule] ?? []), path])];
  assert.deepEqual(given, advice);
});

test('with the GitHub action, what it repairs is no error', () => {
  for (const file of ownFiles) {
    for (const finding of findingsWith(read(file), { tool: 'github-action' })) {
      const { rule, severity, message } = finding;
      const empty = /^(?:""|\[\s*\]|null)$/.test(markedText(file.text, finding));
      const repaired = describeNoise.has(rule) || (empty && ['TD016', 'TD01D', 'TD008'].includes(rule));
      if (repaired) assert.equal(severity, 'info', `${file.path} ${rule} ${message}`);
    }
  }
});

test('most rules are found in a file of the corpus', (t) => {
  const fired = new Set([...found.values()].flat().map(({ rule }) => rule));
  const share = fired.size / rules.size;
  const silent = [...rules].filter((id) => !fired.has(id));
  t.diagnostic(
    `${fired.size} of ${rules.size} rules (${Math.round(share * 100)} %) are found; not ${silent.join(', ')}`,
  );
  assert.ok(share >= 0.6);
});
