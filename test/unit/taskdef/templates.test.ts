import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { complete } from '../../../src/taskdef/completion/complete.ts';
import { fileTemplates } from '../../../src/taskdef/completion/templates.ts';
import { applyEdits } from '../../../src/taskdef/document/edits.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { recogniseText } from '../../../src/taskdef/document/recognise.ts';
import { snippetDefaults } from '../../../src/taskdef/document/snippetText.ts';

/** A template as it is when nothing is typed at its tab stops. */
function expand(body: string): string {
  const defaults = new Map<string, string>();
  for (const [, id = '', text, choices] of body.matchAll(/\$\{(\d+)(?::([^}]*)|\|([^|]*)\|)\}/g))
    defaults.set(id, text ?? choices?.split(',')[0] ?? '');
  // A tab stop that is named again holds what the first one holds.
  return snippetDefaults(body.replaceAll(/\$\{(\d+)\}/g, (_all, id: string) => defaults.get(id) ?? ''));
}

/** What ECS would refuse of a file, or what is likely wrong in it. */
function faults(text: string): string[] {
  const document = parseDocument(text, { path: 'opened.json' });
  assert.notEqual(document.kind, 'other');
  return check(document, {}, (rule, error) => assert.fail(`${rule}: ${String(error)}`))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule} ${message}`);
}

describe('templates of files', () => {
  for (const { name, body } of fileTemplates({})) {
    it(`${name} has nothing that ECS would refuse or that is likely wrong`, () => {
      assert.deepEqual(faults(expand(body)), []);
    });
  }

  it('are there for each kind of task that people start from', () => {
    const names = fileTemplates({}).map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const wanted of ['web', 'worker', 'job', 'firelens', 'efs', 'windows', 'gpu', 'service'])
      assert.ok(
        names.some((name) => name.includes(wanted)),
        wanted,
      );
  });

  it('are those of the kind that the name of a file says', () => {
    const services = fileTemplates({}, 'service');
    assert.deepEqual(
      services.map(({ name }) => name),
      ['ecs-service', 'ecs-service-blue-green', 'ecs-service-worker', 'ecs-service-daemon'],
    );
    for (const { body } of services) assert.equal(recogniseText(expand(body)), 'service');
    const tasks = fileTemplates({}, 'taskDefinition');
    assert.ok(tasks.length > 5);
    for (const { body } of tasks) assert.equal(recogniseText(expand(body)), 'taskDefinition');
  });

  it('name the account and Region that the file belongs to', () => {
    const home = { account: '111122223333', region: 'cn-north-1' };
    for (const { name, body } of fileTemplates(home)) {
      const text = expand(body);
      assert.doesNotMatch(text, /123456789012|eu-central-1|arn:aws:|amazonaws\.com(?!\.cn)/, name);
      assert.match(text, /arn:aws-cn:/, name);
      assert.match(text, /111122223333/, name);
    }
  });
});

describe('the template of a container', () => {
  const file = (containers: string): string => `{
  "family": "shop",
  "containerDefinitions": [
    {"name": "app", "image": "nginx:1.27", "memory": 128, "logConfiguration": {"logDriver": "awsfirelens", "options": {"Name": "null"}}},
    ${containers}
  ]
}`;
  const label = 'ecs-firelens-container';
  const at = (text: string, offset: number) => complete(parseDocument(text, { kind: 'taskDefinition' }), offset);

  it('is offered where a container may stand, laid out for its place', () => {
    const text = file('');
    const offset = text.indexOf('\n  ]');
    const item = at(text, offset).find((one) => one.label === label) ?? assert.fail('not offered');
    const after = applyEdits(text, [{ ...item.edit, text: expand(item.edit.text) }, ...item.additionalEdits]);
    assert.deepEqual(faults(after), []);
    assert.doesNotMatch(after, /\t/);
    assert.match(after, /\n {4}\{\n {6}"name": "log-router"/);
  });

  it('is offered nowhere else, and to no list that has a router', () => {
    const text = file('{"name": "router", "image": "fluent:1", "firelensConfiguration": {"type": "fluentbit"}},\n    ');
    assert.ok(!at(text, text.indexOf('\n  ]')).some((one) => one.label === label));
    for (const place of ['"family"', '"app"', '"memory": ', '{"logDriver"'])
      assert.ok(!at(text, text.indexOf(place) + place.length).some((one) => one.label === label), place);
  });
});

describe('what is proposed in a file', () => {
  const home = { account: '111122223333', region: 'eu-north-1' };
  const proposed = (text: string, label: string): string => {
    const offset = text.indexOf('|');
    const document = parseDocument(text.replace('|', ''), { kind: 'taskDefinition' });
    const item = complete(document, offset, { home }).find((one) => one.label === label);
    return snippetDefaults(item?.edit.text ?? assert.fail(label));
  };

  it('names the account and Region of its connection, where the file names none', () => {
    const text = '{\n  "family": "shop",\n  |\n}';
    assert.match(proposed(text, 'executionRoleArn'), /arn:aws:iam::111122223333:role/);
    const container = '{"family": "shop", "containerDefinitions": [{"name": "a", "image": "b:1", |}]}';
    assert.match(proposed(container, 'logConfiguration'), /"awslogs-region": "eu-north-1"/);
  });

  it('stays with the account and Region that the file names', () => {
    const role = '"taskRoleArn": "arn:aws:iam::999988887777:role/a"';
    assert.match(proposed(`{"family": "shop", ${role}, |}`, 'executionRoleArn'), /999988887777/);
    const logs = '"logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-region": "us-west-2"}}';
    const text = `{"family": "shop", "containerDefinitions": [{"name": "a", ${logs}}, {"name": "b", |}]}`;
    assert.match(proposed(text, 'logConfiguration'), /us-west-2/);
  });
});
