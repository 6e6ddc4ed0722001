import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCase, textOf } from '../../../../scripts/docs/readCase.ts';
import { readRuleFiles, type RuleFile } from '../../../../scripts/docs/ruleFiles.ts';
import { check } from '../../../../src/taskdef/check.ts';
import { parseDocument, type SourceDocument } from '../../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../../src/taskdef/document/edits.ts';
import type { Finding } from '../../../../src/taskdef/rule/finding.ts';
import { ec2, fargate, windows } from '../../../../src/taskdef/rule/examples/exampleFiles.ts';
import { besideTask, ec2Service, service } from '../../../../src/taskdef/rule/examples/exampleServices.ts';
import type { RuleCase } from '../../../../src/taskdef/rule/examples/ruleCase.ts';
import { serviceRules, taskRules } from '../../../../src/taskdef/ruleTable.ts';

type Case = RuleCase & Pick<RuleFile, 'rule'>;

for (const { rule, name, cases } of await readRuleFiles()) {
  test(`${rule.id} ${name} has a file that breaks it and one that does not`, () => {
    assert.ok(cases.length > 0, 'Its cases are empty.');
    for (const { breaks, holds } of cases) assert.notDeepEqual(textOf(breaks), textOf(holds));
  });
  for (const each of cases.map((one): Case => ({ ...one, rule }))) {
    const about = each.about ? ` (${each.about})` : '';
    test(`${rule.id} ${name}${about} is found where it is broken`, () => assertBroken(each));
    test(`${rule.id} ${name}${about} is silent where it holds`, () => {
      assert.deepEqual(findingsOf(readCase(each.holds, each), each), []);
    });
    if (each.fix !== undefined) test(`${rule.id} ${name}${about} is repaired by its fix`, () => assertFixed(each));
  }
}

test('ids of rules are unique, in each table', () => {
  for (const table of [taskRules, serviceRules]) assert.equal(new Set(table.map((rule) => rule.id)).size, table.length);
});

test('the files that cases start from have no finding at all', () => {
  for (const file of [fargate(), ec2(), windows(), service(), ec2Service()])
    assert.deepEqual(messages(run(parseDocument(textOf(file)))), []);
  const beside = { context: besideTask() };
  assert.deepEqual(messages(run(parseDocument(textOf(service())), beside)), []);
});

function assertBroken(each: Case): void {
  const document = readCase(each.breaks, each);
  const found = findingsOf(document, each);
  assert.ok(found.length > 0, `no ${each.rule.id} in ${JSON.stringify(messages(run(document, each)))}`);
  const texts = found.map((finding) => markedText(document, finding));
  const index = texts.findIndex((text) => text.replaceAll(/\s+/g, ' ').startsWith(each.at));
  assert.notEqual(index, -1, `${each.rule.id} marks ${JSON.stringify(texts)}, not ${each.at}`);
  const finding = found[index]!;
  assert.match(finding.message, each.says);
  assert.equal(finding.severity, each.severity ?? each.rule.severity);
  assert.match(finding.link, /^https:\/\/docs\./);
}

function assertFixed(each: Case): void {
  const document = readCase(each.breaks, each);
  const finding = findingsOf(document, each)[0]!;
  const fix = finding.fixes[0];
  if (each.fix === false) {
    assert.equal(fix, undefined);
    return;
  }
  assert.ok(fix, `${each.rule.id} offers no fix`);
  const repaired = applyEdits(document.text, fix.edits);
  const after = readCase(repaired, each);
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

function findingsOf(document: SourceDocument, each: Case): Finding[] {
  return run(document, each).filter((finding) => finding.rule === each.rule.id);
}

function run(document: SourceDocument, each?: Pick<Case, 'context'>): Finding[] {
  return check(document, each?.context, (rule, error) => {
    throw new Error(`rule ${rule} threw`, { cause: error });
  });
}

function markedText({ text }: SourceDocument, { range }: Finding): string {
  return text.slice(range.offset, range.offset + range.length);
}

function messages(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `${finding.rule} ${finding.message}`);
}
