import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../../../../src/taskdef/document/document.ts';
import { recogniseText } from '../../../../src/taskdef/document/recognise.ts';
import { findingsWith, markedText } from '../corpus/findings.ts';
import { brokenText, exercise, randomFrom } from '../fuzz.ts';
import { faultsOfProposals } from '../proposalFaults.ts';
import { expectedErrors } from './expectedErrors.ts';
import { absent, realFiles } from './realFiles.ts';

const skip = absent;
const longestMark = 40;

/**
 * Files that are the answer of DescribeTaskDefinition or the console's JSON: output-only members, nulls and empty tags. The AWS CLI and
 * SDKs refuse them all, so they are counted by file and not listed one by one.
 */
const describeNoise = new Set(['TD002', 'TD00A']);
const checked = realFiles.map(({ path, text }) => ({ path, text, found: findingsWith(parseDocument(text, { path })) }));

test('no false alarm: the errors in real files are those that were read and argued, and no others', { skip }, (t) => {
  const found: Record<string, string[]> = {};
  for (const { path, text, found: findings } of checked) {
    const errors = findings.filter(({ severity, rule }) => severity === 'error' && !describeNoise.has(rule));
    const texts = errors.map((error) => `${error.rule} ${markedText(text, error).slice(0, longestMark)}`);
    if (texts.length > 0) found[path] = texts;
  }
  const unexpected = Object.entries(found).flatMap(([path, errors]) =>
    errors.filter((error) => !expectedErrors[path]?.includes(error)),
  );
  const expected = Object.values(expectedErrors).flat();
  t.diagnostic(
    `${realFiles.length} real files: ${expected.length} expected errors in ${Object.keys(expectedErrors).length} of them, ${unexpected.length} unexpected`,
  );
  assert.deepEqual(found, expectedErrors);
});

test('the errors of describe output in real files are on what ECS returns and refuses', { skip }, () => {
  for (const { path, text, found } of checked) {
    for (const finding of found) {
      const marked = markedText(text, finding);
      if (finding.rule === 'TD00A') assert.equal(marked, 'null', path);
      if (finding.rule === 'TD002')
        assert.match(
          marked,
          /^"(?:taskDefinitionArn|revision|status|requiresAttributes|compatibilities|registeredAt|registeredBy|deregisteredAt)"$/,
          path,
        );
    }
  }
});

test('with the GitHub action, what it repairs in real files is no error', { skip }, () => {
  for (const { path, text } of realFiles) {
    for (const { rule, severity, message } of findingsWith(parseDocument(text, { path }), { tool: 'github-action' })) {
      if (['TD002', 'TD00A', 'TD016'].includes(rule) || message.includes('Tags can not be empty'))
        assert.equal(severity, 'info', `${path} ${rule} ${message}`);
    }
  }
});

test('every real file is recognised by its text alone', { skip }, () => {
  assert.deepEqual(
    realFiles.filter(({ text }) => recogniseText(text) === 'other').map(({ path }) => path),
    [],
  );
});

test('what is offered in real files without a mark brings in no syntax error and no error', { skip }, () => {
  const chosen = realFiles.filter(({ path }) => /^(?:018|034|054|070|114|136|148|180|200|266)-/.test(path));
  const { tried, faults } = faultsOfProposals(chosen, 997);
  assert.ok(tried > 100, `only ${tried} proposals were tried`);
  assert.deepEqual(faults, []);
});

test('real files, broken at random, raise no exception', { skip }, () => {
  const random = randomFrom(11);
  const texts = realFiles.map(({ text }) => text);
  for (let round = 0; round < 150; round++) {
    const text = brokenText(random, texts);
    try {
      exercise(text, random);
    } catch (error) {
      throw new Error(`round ${round}: ${JSON.stringify(text.slice(0, 2000))}`, { cause: error });
    }
  }
});
