import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../../../../src/taskdef/check.ts';
import { parseDocument, type SourceDocument } from '../../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../../src/taskdef/document/edits.ts';
import type { Finding } from '../../../../src/taskdef/rule/finding.ts';
import { serviceRules, taskRules } from '../../../../src/taskdef/ruleTable.ts';
import { ec2, fargate, type FileContent, type RuleCase } from './ruleCase.ts';

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('Cases.ts'));
const cases: RuleCase[] = (
  await Promise.all(files.map(async (file) => ((await import(`./${file}`)) as { cases: RuleCase[] }).cases))
).flat();
const rules = new Map([...taskRules, ...serviceRules].map((rule) => [rule.id, rule]));

for (const each of cases) {
  const about = each.about ? ` (${each.about})` : '';
  test(`${each.rule}${about} is found where it is broken`, () => assertBroken(each));
  test(`${each.rule}${about} is silent where it holds`, () => {
    assert.deepEqual(findingsOf(read(each.holds, each), each), []);
  });
  if (each.fix !== undefined) test(`${each.rule}${about} is repaired by its fix`, () => assertFixed(each));
}

test('every rule has a case', () => {
  const covered = new Set(cases.map((each) => each.rule));
  assert.deepEqual(
    [...rules.keys()].filter((id) => !covered.has(id)),
    [],
  );
  assert.deepEqual(
    [...covered].filter((id) => !rules.has(id)),
    [],
  );
});

test('ids of rules are unique, in each table', () => {
  for (const table of [taskRules, serviceRules]) assert.equal(new Set(table.map((rule) => rule.id)).size, table.length);
});

test('the files that cases start from have no finding at all', () => {
  for (const file of [fargate(), ec2()]) assert.deepEqual(messages(run(read(file))), []);
});

function assertBroken(each: RuleCase): void {
  const document = read(each.breaks, each);
  const found = findingsOf(document, each);
  assert.ok(found.length > 0, `no ${each.rule} in ${JSON.stringify(messages(run(document, each)))}`);
  const texts = found.map((finding) => markedText(document, finding));
  const index = texts.findIndex((text) => text.replaceAll(/\s+/g, ' ').startsWith(each.at));
  assert.notEqual(index, -1, `${each.rule} marks ${JSON.stringify(texts)}, not ${each.at}`);
  const finding = found[index]!;
  assert.match(finding.message, each.says);
  assert.equal(finding.severity, each.severity ?? rules.get(each.rule)!.severity);
  assert.match(finding.link, /^https:\/\/docs\./);
}

function assertFixed(each: RuleCase): void {
  const document = read(each.breaks, each);
  const finding = findingsOf(document, each)[0]!;
  const fix = finding.fixes[0];
  if (each.fix === false) {
    assert.equal(fix, undefined);
    return;
  }
  assert.ok(fix, `${each.rule} offers no fix`);
  const repaired = applyEdits(document.text, fix.edits);
  const after = parseDocument(repaired, { kind: each.kind });
  assert.deepEqual(after.errors, [], `the fix leaves broken JSON: ${repaired}`);
  const before = new Set(messages(run(document, each)));
  const left = findingsOf(after, each);
  assert.ok(left.length < findingsOf(document, each).length, `the fix changes nothing: ${repaired}`);
  const added = run(after, each).filter(
    (next) => next.severity === 'error' && !before.has(`${next.rule} ${next.message}`),
  );
  assert.deepEqual(messages(added), [], 'the fix makes a new error');
  if (each.fix instanceof RegExp) assert.match(repaired, each.fix);
}

function findingsOf(document: SourceDocument, each: RuleCase): Finding[] {
  return run(document, each).filter((finding) => finding.rule === each.rule);
}

function run(document: SourceDocument, each?: RuleCase): Finding[] {
  return check(document, each?.context, (rule, error) => {
    throw new Error(`rule ${rule} threw`, { cause: error });
  });
}

function read(content: FileContent, each?: RuleCase): SourceDocument {
  const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
  return parseDocument(text, { path: 'task-definition.json', kind: each?.kind });
}

function markedText({ text }: SourceDocument, { range }: Finding): string {
  return text.slice(range.offset, range.offset + range.length);
}

function messages(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `${finding.rule} ${finding.message}`);
}
