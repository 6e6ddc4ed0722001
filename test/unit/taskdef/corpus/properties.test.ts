import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../../../../src/taskdef/check.ts';
import { parseDocument } from '../../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../../src/taskdef/document/edits.ts';
import type { Finding } from '../../../../src/taskdef/rule/finding.ts';
import { fixAll } from '../../../../src/taskdef/fixAll.ts';
import { diffFields } from '../../../../src/taskdef/register/diffFields.ts';
import { normalise, normalisedText, registrableText } from '../../../../src/taskdef/register/normalise.ts';
import { toRegisterInput } from '../../../../src/taskdef/register/registerInput.ts';
import { expectedFiles } from './expectedFiles.ts';
import { findingsWith, read } from './findings.ts';
import { ownFiles } from './ownFiles.ts';

const ours = ownFiles.filter(({ path }) =>
  ['taskDefinition', 'wrapper'].includes(expectedFiles[path]?.kind ?? 'taskDefinition'),
);
/** The files that become the input of RegisterTaskDefinition, with what that is. */
const inputs = ours.flatMap((file) => {
  const result = toRegisterInput(read(file));
  return 'input' in result ? [{ path: file.path, input: result.input }] : [];
});

test('a file becomes the input of RegisterTaskDefinition unless it is a template or no JSON', () => {
  const registrable = new Set(inputs.map(({ path }) => path));
  assert.deepEqual(
    ours.map(({ path }) => path).filter((path) => !registrable.has(path)),
    [
      'brackenfell/ecs/task_definition.json',
      'copperline/taskdef.json',
      'gannet/deploy/octopus/taskdef.template.json',
      'gannet/deploy/task-def.json',
      'merlin-docs/examples/excerpt-secrets.json',
      'merlin-docs/examples/task-definition.json',
      'mossgate/ecspresso/batch/ecs-task-def.json',
      'mossgate/ecspresso/dev/task.json',
      'mossgate/ecspresso/prod/ecs-task-def.json',
      'northloom/envs/task-definition.json.tpl',
      'oddments/conflict/task-definition.json',
      'oddments/half-written/task-definition.json',
      'oddments/missing-comma/task-definition.json',
      'sandpiper/ecs_taskdef.tpl',
      'sandpiper/mesh/colour-task-def.json',
      'wherry/group_vars/task-definition-all.json.j2',
      'wherry/taskdef.json.j2',
    ],
  );
});

test('the canonical form of a canonical form is itself', () => {
  for (const { path, input } of inputs) assert.equal(normalisedText(normalise(input)), normalisedText(input), path);
});

test('a task definition differs in nothing from itself, nor from the file that is written of it', () => {
  for (const { path, input } of inputs) {
    assert.deepEqual(diffFields(input, input), [], path);
    const text = registrableText(input);
    assert.deepEqual(diffFields(input, JSON.parse(text) as object), [], path);
    assert.equal(registrableText(JSON.parse(text) as object), text, path);
  }
});

test('a task definition differs in nothing from what DescribeTaskDefinition answers of it', () => {
  for (const { path, input } of inputs) {
    const { tags, ...definition } = input as { tags?: object[] };
    const answer = {
      taskDefinition: {
        ...definition,
        taskDefinitionArn: 'arn',
        revision: 4,
        status: 'ACTIVE',
        compatibilities: ['EC2'],
      },
      tags: tags ?? [],
    };
    assert.deepEqual(diffFields(answer, input), [], path);
  }
});

test('cleaning a file of describe output leaves JSON and no new error, and is done once', () => {
  for (const file of ours) {
    const before = read(file);
    const edit = fixAll(before);
    if (!edit) continue;
    const after = parseDocument(applyEdits(file.text, [edit]), { path: 'task-definition.json' });
    assert.ok(after.errors.length <= before.errors.length, file.path);
    assert.deepEqual(added(errorsOf(before), errorsOf(after)), [], file.path);
    assert.equal(fixAll(after), undefined, file.path);
  }
});

test('what a finding offers first leaves JSON and takes the finding away', () => {
  let tried = 0;
  for (const file of ownFiles) {
    const before = read(file);
    const findings = findingsWith(before);
    const seen = new Set<string>();
    for (const { rule, message, severity, fixes } of findings) {
      const [fix] = fixes;
      // Of what a file is full of, such as nulls, one will do.
      if (!fix || (severity !== 'error' && severity !== 'warning') || seen.has(`${rule} ${fix.title}`)) continue;
      seen.add(`${rule} ${fix.title}`);
      tried++;
      const after = parseDocument(applyEdits(file.text, fix.edits), { path: file.path });
      const place = `${file.path} ${rule} ${fix.title}`;
      assert.ok(after.errors.length <= before.errors.length, place);
      const alike = (found: readonly Finding[]): number =>
        found.filter((finding) => finding.rule === rule && finding.message === message).length;
      assert.ok(alike(findingsWith(after)) < alike(findings), place);
    }
  }
  assert.ok(tried > 150, `only ${tried} fixes were tried`);
});

function added(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after.keys()].filter((error) => !before.has(error));
}
