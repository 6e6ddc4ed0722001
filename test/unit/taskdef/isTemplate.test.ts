import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { isTemplate } from '../../../src/taskdef/recognition/isTemplate.ts';

const files: Record<string, [text: string, template: boolean]> = {
  'a placeholder in the place of a number': ['{ "family": "a", "cpu": ${cpu}, "containerDefinitions": [] }', true],
  'quotes inside a quoted placeholder': ['{ "family": "{{ must_env "FAMILY" }}", "containerDefinitions": [] }', true],
  'blocks between members': ['{ "family": "a", {{ if .Prod }} "cpu": "256", {{ end }} "memory": "512" }', true],
  'placeholders in quotes': ['{ "family": "${FAMILY}", "cpu": "<CPU>" }', false],
  'plain JSON with comments': ['{ "family": "a", // the name\n "cpu": "256", }', false],
  'a byte-order mark': ['\uFEFF{ "family": "a" }', false],
  'a half-typed placeholder': ['{ "family": "a", "cpu": $', false],
  'a half-typed file': ['{ "family": "a", "containerDefinitions": [ { "name": ', false],
  'an empty file': ['', false],
};

for (const [about, [text, template]] of Object.entries(files)) {
  test(`${about}: ${template ? 'a template' : 'no template'}`, () => {
    assert.equal(isTemplate(parseDocument(text, { kind: 'taskDefinition' })), template);
  });
}
