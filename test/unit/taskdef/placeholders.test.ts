import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { fillPlaceholders, openPlaceholders } from '../../../src/taskdef/document/placeholderValues.ts';
import { firstPlaceholder, hasPlaceholder } from '../../../src/taskdef/document/placeholders.ts';
import { withoutHanging } from '../../support/withoutHanging.ts';

const path = 'task-definition.json';

function errorsIn(text: string): string[] {
  const document = parseDocument(text, { path });
  return check(document)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule} ${message}`);
}

/** A file in which one text stands without quotes in the places of a number, a list, a list item and the end of an object. */
function withBare(placeholder: string): string {
  return `{ "family": "a", "volumes": ${placeholder}, "containerDefinitions": [{ "name": "web", "image": "nginx:1.27", "memory": ${placeholder},
    "portMappings": [{ "containerPort": ${placeholder}, "hostPort": ${placeholder} }], "command": [${placeholder}], "essential": ${placeholder} }] }`;
}

test('unquoted placeholders of every kind stand for a value', () => {
  const forms = [
    '${A}',
    '${A:-${B}}',
    '${jsonencode([for k, v in env : { name = k, value = "}" }])}',
    '1${a}4',
    '-<A>',
    '${a == "none" ? "" : format("{ \\"b\\": %s", a)}',
    '${{ vars.A }}',
    '{{ a | default("{}") }}',
    '{{{a}}}',
    '[[ .a ]]',
    '#{A}',
    '#{A}#',
    '#{Octopus.A}',
    '#PORT#',
    '!A_B!',
    '$(A)',
    '$[variables.a]',
    '$A',
    '<A>',
    '<%= a %>',
    '__A__',
    '%A_B%',
    '@@AB@@',
    '((a))',
    'CONTAINER_PORT',
    'XXXX',
    'TODO',
  ];
  for (const form of forms) assert.deepEqual(errorsIn(withBare(form)), [], form);
});

test('a statement behind a value leaves the value', () => {
  const file = (memory: string): string =>
    `{ "family": "a", "containerDefinitions": [{ "name": "a", "image": "b:1", "memory": ${memory} }] }`;
  for (const statement of [
    '{% if a %}, "user": "b"{% endif %}',
    '{{ if .A }}, "user": "b"{{ end }}',
    '%{ if a }, "user": "b"%{ endif }',
  ]) {
    assert.deepEqual(errorsIn(file(`128${statement}`)), []);
    assert.match(errorsIn(file(`5${statement}`)).join(), /TD036/, statement);
  }
});

test('a list that a template fills in may turn out empty', () => {
  const file = (list: string): string =>
    `{ "family": "a", "containerDefinitions": [{ "name": "a", "image": "b:1", "memory": 128, "secrets": [${list}] }] }`;
  assert.deepEqual(errorsIn(file('${secrets}')), []);
  assert.match(errorsIn(file('{ "name": "A", "valueFrom": "/a" }, ${secrets}')).join(), /TD072/);
});

test('a misspelt literal or name is no placeholder', () => {
  for (const word of ['TRUE', 'True', 'None', 'NULL', 'NaN', 'yes'])
    assert.match(
      errorsIn(
        `{ "family": "a", "containerDefinitions": [{ "name": "a", "image": "b:1", "memory": 128, "essential": ${word} }] }`,
      ).join(),
      /TD00F/,
      word,
    );
  assert.match(errorsIn('{ TASK_FAMILY: "a", "family": "a", "containerDefinitions": [] }').join(), /TD00F/);
});

test('quoted placeholders', () => {
  const forms =
    '${A} $A {{a}} __A__ %A_B% #{A}# #ACCOUNT# !ACCOUNT! ~ACCOUNT~ |ACCOUNT| @@A_B@@ [[a]] [ACCOUNT_ID] [your-region] $[a] $(A) XXXX xxx-xxxx *** ??? arn:aws:iam::...:role/a arn:aws:iam::account:role/a arn:aws-cn:iam::ACCT:role/a'.split(
      ' ',
    );
  for (const form of [...forms, '<a b>']) assert.ok(hasPlaceholder(form), form);
  for (const form of ['${{ vars.A }}', '{{{a}}}', '#{A}#']) assert.equal(firstPlaceholder(`x ${form} y`), form);
  const values =
    'awsvpc nginx:1.27 arn:aws:iam::123456789012:role/a arn:aws:iam::aws:policy/a arn:aws:s3:::bucket/x.env arn:aws:iam::12345:role/a a.b..c [0-9] x xx 1.2.3 node:20-alpine@sha256:ab /ecs/web'.split(
      ' ',
    );
  for (const value of values) assert.equal(firstPlaceholder(value), undefined, value);
});

test('a word in capitals stands for a size, a port or an image, and for nothing that ECS writes in capitals', () => {
  const file = (memory: string, port: string, image: string): string =>
    JSON.stringify({
      family: 'a',
      cpu: memory,
      containerDefinitions: [{ name: 'a', image, memory: 128, portMappings: [{ containerPort: port }] }],
    });
  assert.deepEqual(errorsIn(file('TASK_CPU', 'PORT', 'ECR_URI/web:TAG')), []);
  assert.deepEqual(errorsIn(file('CPU', 'CONTAINER_PORT', 'REGISTRY/REPO:TAG')), []);
  assert.equal(errorsIn(file('half', 'http', 'MyApp/Web:1')).length, 3);
  assert.match(
    errorsIn('{"family": "a", "networkMode": "AWS_VPC", "containerDefinitions": [{"name": "a"}]}').join(),
    /TD008/,
  );
});

test('a file of nothing but placeholders is read to its end', () => {
  for (const one of ['$A,', '{{a}},', '{"name":$A},', 'CONTAINER_PORT,', '${', '${{}', '${"\\"']) {
    const text = `{"containerDefinitions":[${one.repeat(Math.floor(260_000 / one.length))}`;
    withoutHanging(one, () => check(parseDocument(text, { path })));
  }
});

test('placeholders of the usual kinds can be filled in', () => {
  const forms =
    '${A_B} ${A_B:-1} $A_B {{A_B}} {{ A_B }} {{ must_env `A_B` }} [[ .A_B ]] #{A_B} #{A_B}# #A_B# @@A_B@@ <A_B> __A_B__ %A_B% ${{ vars.A_B }}'.match(
      /\S*\{\{.*?\}\}|\[\[.*?\]\]|\S+/g,
    )!;
  const values = new Map([['A_B', '8080']]);
  for (const form of [...forms, 'A_B']) {
    const bare = parseDocument(`{"family": "a", "containerDefinitions": [{"name": "a", "memory": ${form}}]}`, { path });
    const { text: filled } = fillPlaceholders(bare.text, openPlaceholders(bare), values);
    assert.match(filled, /"memory": 8080\}/, form);
  }
  for (const form of forms) {
    const quoted = parseDocument(`{"family": "x-${form}", "containerDefinitions": []}`, { path });
    const { text: filled } = fillPlaceholders(quoted.text, openPlaceholders(quoted), values);
    assert.match(filled, /"x-8080"/, form);
  }
  const own = parseDocument(
    '{"family": "a", "containerDefinitions": [{"logConfiguration": {"options": {"tag": "{{.Name}}"}}}]}',
    { path },
  );
  assert.deepEqual(openPlaceholders(own), []);
});
