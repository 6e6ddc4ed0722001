import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { expectedErrors } from './expectedErrors.ts';

const corpus = join(import.meta.dirname, 'fixtures', 'corpus');

/**
 * Files that are the answer of DescribeTaskDefinition or the console's JSON: output-only members, nulls and empty tags. The AWS CLI and
 * SDKs refuse them all, so they are counted by file and not listed one by one.
 */
const describeNoise = new Set(['TD002', 'TD00A']);

test('no false alarm: the errors found in real files are those that were read and argued, and no others', () => {
  const found: Record<string, string[]> = {};
  for (const file of readdirSync(corpus).toSorted()) {
    const document = parseDocument(readFileSync(join(corpus, file), 'utf8'), { path: file });
    const errors = check(document, {}, rethrow).filter(
      ({ severity, rule }) => severity === 'error' && !describeNoise.has(rule),
    );
    if (errors.length > 0) {
      found[file] = errors.map(
        ({ rule, range }) => `${rule} ${document.text.slice(range.offset, range.offset + Math.min(range.length, 40))}`,
      );
    }
  }
  assert.deepEqual(found, expectedErrors);
});

test('the errors of describe output are on what ECS returns and refuses', () => {
  for (const file of readdirSync(corpus)) {
    const document = parseDocument(readFileSync(join(corpus, file), 'utf8'), { path: file });
    for (const { rule, range } of check(document, {}, rethrow)) {
      const marked = document.text.slice(range.offset, range.offset + range.length);
      if (rule === 'TD00A') assert.equal(marked, 'null', file);
      if (rule === 'TD002')
        assert.match(
          marked,
          /^"(?:taskDefinitionArn|revision|status|requiresAttributes|compatibilities|registeredAt|registeredBy|deregisteredAt)"$/,
          file,
        );
    }
  }
});

test('with the GitHub action, what it repairs is no error', () => {
  for (const file of readdirSync(corpus)) {
    const document = parseDocument(readFileSync(join(corpus, file), 'utf8'), { path: file });
    for (const { rule, severity, message } of check(document, { tool: 'github-action' }, rethrow)) {
      if (['TD002', 'TD00A', 'TD016'].includes(rule) || message.includes('Tags can not be empty'))
        assert.equal(severity, 'info', `${file} ${rule} ${message}`);
    }
  }
});

function rethrow(rule: string, error: unknown): never {
  throw new Error(`rule ${rule} threw`, { cause: error });
}
