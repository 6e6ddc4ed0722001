import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarised } from '../../../src/taskdef/byCause.ts';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../src/taskdef/document/edits.ts';
import { container, fargateContainer } from '../../../src/taskdef/rule/examples/exampleFiles.ts';
import type { Finding } from '../../../src/taskdef/rule/finding.ts';

/** What is found in a file, and what a list shows of it. */
function shown(file: object): { text: string; found: Finding[]; listed: Finding[] } {
  const text = JSON.stringify(file, undefined, 2);
  const found = check(parseDocument(text, { kind: 'taskDefinition' }));
  return { text, found, listed: summarised(found) };
}

const marked = (text: string, { range }: Pick<Finding, 'range'>): string =>
  text.slice(range.offset, range.offset + range.length);

/** Members of one cause, by what is wrong with them, and the rule that says so. */
const causes: Record<string, { rule: string; members: object }> = {
  nulls: { rule: 'TD00A', members: { user: null, links: null, command: null, hostname: null, healthCheck: null } },
  'names in the casing of Terraform': {
    rule: 'TD004',
    members: { stop_timeout: 60, start_timeout: 60, docker_labels: {}, mount_points: [], depends_on: [] },
  },
  comments: { rule: 'TD0DE', members: { _comment: '', '//': '', '#': '', $comment: '', _note: '' } },
};

for (const [about, { rule, members }] of Object.entries(causes)) {
  test(`many ${about} are listed once, with the other places and one repair`, () => {
    const { text, found, listed } = shown(
      fargateContainer({ ...members, links: 'links' in members ? null : undefined }),
    );
    const all = found.filter((finding) => finding.rule === rule);
    const [first, ...others] = listed.filter((finding) => finding.rule === rule);
    assert.equal(all.length, 5);
    assert.deepEqual(others, []);
    assert.match(first!.message, /4 more are of the same cause\.$/);
    assert.deepEqual(
      [first!, ...first!.related].map((one) => marked(text, one)),
      all.map((one) => marked(text, one)),
    );
    const fixed = parseDocument(applyEdits(text, first!.fixes[0]!.edits), { kind: 'taskDefinition' });
    assert.deepEqual(
      check(fixed).filter((finding) => finding.rule === rule),
      [],
    );
    // At each place its own repair is still offered.
    for (const { fixes } of all) assert.ok(fixes.some(({ edits }) => edits.length === 1));
  });
}

test('many output-only members are listed once', () => {
  const output = { revision: 1, status: 'ACTIVE', taskDefinitionArn: 'a', registeredBy: 'b', compatibilities: [] };
  const { listed } = shown({ ...fargateContainer({}), ...output });
  assert.equal(listed.filter(({ rule }) => rule === 'TD002').length, 1);
});

test('many empty names are listed once', () => {
  const environment = Array.from({ length: 30 }, () => ({ name: '', value: 'a' }));
  const { listed } = shown(fargateContainer({ environment }));
  const [first, ...others] = listed.filter(({ rule }) => rule === 'TD07E');
  assert.match(first!.message, /29 more/);
  assert.deepEqual(others, []);
});

test('a few findings, and those of which not the same is said, stand each at its place', () => {
  const { found, listed } = shown(
    fargateContainer({
      user: null,
      links: null,
      command: null,
      portMappings: [...container.portMappings, { a: 1 }, { b: 1 }],
    }),
  );
  assert.deepEqual(listed, found);
});
