import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../../../src/taskdef/completion/complete.ts';
import type { CompletionItem } from '../../../src/taskdef/completion/completionItem.ts';
import { parseDocument, type SourceDocument } from '../../../src/taskdef/document/document.ts';
import { hover } from '../../../src/taskdef/reading/hover.ts';
import { containerShape, taskShape } from '../../../src/taskdef/document/schema.ts';
import { ownFile } from './corpus/ownFiles.ts';
import { accept, faultsOfProposals } from './proposalFaults.ts';
import { assertEveryValueIsOffered, eachObject } from './everyShape.ts';

/** Files of every kind of writing: tabs, one line, templates, lists, half-written and broken ones. */
const tried = [
  'brackenfell/ecs/task_definition.json',
  'ferry-rota/taskDefinition.json',
  'glasswing/neuron/task-definition.json',
  'kitebridge/oneline/taskdef.json',
  'mossgate/ecspresso/dev/task.json',
  'northloom/container_definitions.json',
  'oddments/comments/task-definition.jsonc',
  'oddments/half-written/task-definition.json',
  'oddments/missing-comma/task-definition.json',
  'pebblebrook/wordpress/task-definition.json',
  'quillfern/firehose/ec2-taskdef.json',
  'saltmarsh/iis/task-definition-windows.json',
  'services-only/worker-service-def.json',
  'thornapple/nightly/task-definition.json',
].map(ownFile);
/** Offsets between two tries. */
const stride = Number(process.env['TASKDEF_COMPLETION_STRIDE'] ?? 127);

function parse(text: string): SourceDocument {
  return parseDocument(text, { path: 'task-definition.json' });
}

/** Proposals at the bar. */
function at(marked: string): CompletionItem[] {
  const offset = marked.indexOf('|');
  return complete(parseDocument(marked.replace('|', ''), { kind: 'taskDefinition' }), offset);
}

function labels(marked: string): string[] {
  return at(marked).map(({ label }) => label);
}

function accepted(marked: string, label: string): string {
  const item = at(marked).find((one) => one.label === label);
  assert.ok(item, `${label} is not among ${labels(marked).join()}`);
  return accept(marked.replace('|', ''), item);
}

test('what is offered without a mark brings in no syntax error and no error', () => {
  const proposals = faultsOfProposals(tried, stride);
  assert.ok(proposals.tried > 1000, `only ${proposals.tried} proposals were tried`);
  assert.deepEqual(proposals.faults, []);
});

test('values of a member that the launch type has not are marked', () => {
  const refused = (launchType: string): boolean[] =>
    at(`{"family": "a", "requiresCompatibilities": ["${launchType}"], "ipcMode": |}`).map((item) =>
      Boolean(item.refused),
    );
  assert.deepEqual(refused('FARGATE'), [true, true, true]);
  assert.deepEqual(refused('EC2'), [false, false, false]);
});

test('every property of the schema is offered where it is allowed', () => {
  assert.deepEqual(labels('{|}').toSorted(), [...taskShape.members.keys()].toSorted());
  assert.deepEqual(labels('{"containerDefinitions": [{|}]}').toSorted(), [...containerShape.members.keys()].toSorted());
  eachObject(taskShape, (shape, before, after) => {
    assert.deepEqual(labels(`${before}{|}${after}`).toSorted(), [...shape.members.keys()].toSorted(), shape.name);
  });
});

test('every value of an enum and both booleans are offered where they are allowed', () => {
  assertEveryValueIsOffered(taskShape, labels);
});

const order = (marked: string): string[] =>
  at(marked)
    .toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1))
    .map(({ label }) => label);

test('members are offered in the order in which people write them, whatever each makes necessary', () => {
  assert.deepEqual(order('{|}').slice(0, 9), [
    'family',
    'requiresCompatibilities',
    'networkMode',
    'cpu',
    'memory',
    'executionRoleArn',
    'taskRoleArn',
    'runtimePlatform',
    'containerDefinitions',
  ]);
  const container = '{"family": "a", "containerDefinitions": [{|}]}';
  assert.deepEqual(order(container).slice(0, 8), [
    'name',
    'image',
    'essential',
    'portMappings',
    'environment',
    'secrets',
    'logConfiguration',
    'healthCheck',
  ]);
  const name = at(container).find(({ label }) => label === 'name');
  assert.equal(name?.refused, undefined);
  assert.match(name?.documentation ?? '', /has no image/);
});

test('beside a member stands what it is, and why it is refused in its description', () => {
  const [family] = at('{|}');
  assert.equal(family?.detail, 'Name that all revisions of this task definition share');
  const container = '{"family": "a", "containerDefinitions": [{"name": "a", "image": "b:1", |}]}';
  const router = at(container).find(({ label }) => label === 'firelensConfiguration');
  assert.match(router?.detail ?? '', /^Makes this container the log router/);
  assert.match(router?.documentation ?? '', /^When a firelensConfiguration object is specified/);
  for (const { label, detail = '' } of [...at('{|}'), ...at(container)])
    assert.ok(detail.length > 5 && detail.length <= 110, `${label}: ${detail}`);
});

test('nothing stands for the account or the Region where they are known', () => {
  const home = { account: '210987654321', region: 'eu-west-3' };
  const inner = (text: string): string =>
    `{"family": "a", "containerDefinitions": [{"name": "a", "image": "b:1", ${text}}]}`;
  let named = 0;
  for (const marked of [
    '{|}',
    inner('|'),
    inner('"secrets": [|]'),
    inner('"secrets": [{|}]'),
    inner('"repositoryCredentials": {|}'),
  ]) {
    const document = parseDocument(marked.replace('|', ''), { kind: 'taskDefinition' });
    for (const item of complete(document, marked.indexOf('|'), { home })) {
      const text = JSON.stringify(item);
      assert.doesNotMatch(text, /ACCOUNT_ID|us-east-1/);
      if (text.includes(home.account)) named++;
    }
  }
  assert.ok(named > 4, `${named} name the account`);
});

test('names are completed with and without quotes, with the comma that is needed, before and behind', () => {
  assert.equal(accepted('{"family": "a", net|}', 'networkMode'), '{"family": "a", "networkMode": "awsvpc"}');
  assert.equal(accepted('{"net|" "family": "a"}', 'networkMode'), '{"networkMode": "awsvpc", "family": "a"}');
  assert.equal(
    accepted('{\n  "family": "a"\n  |\n}', 'networkMode'),
    '{\n  "family": "a",\n  "networkMode": "awsvpc"\n}',
  );
  assert.equal(accepted('{"famly|": "a", "cpu": "1"}', 'family'), '{"family": "a", "cpu": "1"}');
});

test('values replace what is typed, and what depends on them changes in the same edit', () => {
  const fargate = '{"requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "memory": "512", "cpu": "|256"}';
  assert.match(accepted(fargate, '2048'), /"memory": "4096", "cpu": "2048"/);
  assert.deepEqual(labels('{"cpu": "8192", "memory": "|"}').slice(0, 2), ['16384', '20480']);
  assert.match(
    accepted(
      '{"containerDefinitions": [{"name": "a", "image": "b:1", "logConfiguration": {"logDriver": "|"}}]}',
      'awslogs',
    ),
    /"logDriver": "awslogs", "options": \{\s*"awslogs-group": "\/ecs\/my-task"/,
  );
});

test('logs of a task on Fargate bring the execution role that they need, half-typed or not', () => {
  const file = (inner: string): string =>
    `{"family": "shop", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "512", "containerDefinitions": [{"name": "a", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/b:1", ${inner}}]}`;
  const role = /"family": "shop", "executionRoleArn": "arn:aws:iam::123456789012:role\/ecsTaskExecutionRole", "req/;
  for (const [text, label] of [
    [file('"logConfiguration": {"logDriver": "|"}'), 'awslogs'],
    [file('"secrets": [], "|'), 'logConfiguration'],
    [file('"|"'), 'logConfiguration'],
  ] as const) {
    assert.match(accepted(text, label), role, text);
    assert.equal(at(text).find((item) => item.label === label)?.refused, undefined, text);
  }
  assert.doesNotMatch(
    accepted(file('"logConfiguration": {"logDriver": "|"}').replace('FARGATE', 'EC2'), 'awslogs'),
    role,
  );
});

test('names that the file itself knows are offered', () => {
  const file = (inner: string): string =>
    `{"volumes": [{"name": "data"}], "containerDefinitions": [{"name": "a", ${inner}}, {"name": "b", "essential": false}]}`;
  assert.deepEqual(labels(file('"dependsOn": [{"containerName": "|"}]')), ['b']);
  assert.deepEqual(labels(file('"mountPoints": [{"sourceVolume": "|"}]')), ['data']);
  assert.deepEqual(labels(file('"logConfiguration": {"logDriver": "awslogs", "options": {"|"}}')).slice(0, 3), [
    'awslogs-group',
    'awslogs-region',
    'awslogs-stream-prefix',
  ]);
});

test('what the launch type refuses is marked and comes last', () => {
  const items = at('{"requiresCompatibilities": ["FARGATE"], "networkMode": "|"}').toSorted((a, b) =>
    a.sortText < b.sortText ? -1 : 1,
  );
  assert.deepEqual(
    items.map(({ label, refused }) => [label, refused !== undefined]),
    [
      ['awsvpc', false],
      ['bridge', true],
      ['host', true],
      ['none', true],
    ],
  );
});

test('nothing is offered where nothing can stand', () => {
  for (const marked of [
    '{"family" | : "a"}',
    '{"family": "a" | }',
    '{"family": /* | */ "a"}',
    '{"nonsense": {|}}',
    'x|',
  ])
    assert.deepEqual(labels(marked), [], marked);
});

test('hover explains names and values', () => {
  const text =
    '{"containerDefinitions": [{"name": "a", "dependsOn": [{"containerName": "b", "condition": "HEALTHY"}]}]}';
  const on = (word: string): string => hover(parse(text), text.indexOf(word) + 2)?.contents.join('\n') ?? '';
  assert.match(on('"dependsOn"'), /\*\*dependsOn\*\*[^]*reached a condition[^]*Fargate ✓/);
  assert.match(on('"HEALTHY"'), /health check has passed/);
  assert.equal(hover(parse(text), text.length), undefined);
});

test('hover on an entry of a list says what the list means, and no part of what Fargate refuses has its mark', () => {
  const text =
    '{"containerDefinitions": [{"name": "a", "links": ["b"], "resourceRequirements": [{"type": "GPU", "value": "1"}], "healthCheck": {"command": ["CMD-SHELL", "true"]}}]}';
  const on = (word: string): string => hover(parse(text), text.indexOf(word) + 1)?.contents.join('\n') ?? '';
  assert.match(on('"true"'), /Exit code 0 means healthy[^]*\*text\*[^]*Fargate ✓/);
  for (const word of ['"b"', '"type"', '"GPU"']) assert.match(on(word), /Fargate ✗ · EC2 ✓/, word);
});

test('an entry of a list is right as it is accepted, whatever is then typed at its first stop', () => {
  const waiting = '{"family":"a","containerDefinitions":[{"name":"a","dependsOn":[|]},{"name":"b","image":"x:1"}]}';
  assert.match(at(waiting)[0]!.edit.text, /"containerName": "\$\{1:b\}", "condition": "\$\{2\|START,/);
  const mapping = '{"family":"a","networkMode":"awsvpc","containerDefinitions":[{"name":"a","portMappings":[|]}]}';
  assert.equal(at(mapping)[0]!.edit.text, '{ "containerPort": ${1:8080} }');
});

test('hover on a size says what it costs on Fargate, where that is known', () => {
  const task = (changes: object): string =>
    JSON.stringify({
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      ...changes,
      containerDefinitions: [],
    });
  const on = (text: string, region?: string): string =>
    hover(parseDocument(text, { kind: 'taskDefinition' }), text.indexOf('"cpu"') + 2, region)?.contents.join('\n') ??
    '';
  assert.match(on(task({}), 'eu-west-1'), /On Fargate in eu-west-1, on demand: about \$9\.01 a month/);
  assert.match(on(task({ executionRoleArn: 'x', taskRoleArn: 'arn:aws:ssm:eu-west-1:123456789012:x' })), /\$9\.01/);
  assert.match(on(task({ runtimePlatform: { cpuArchitecture: 'ARM64' } }), 'eu-west-1'), /\$7\.21/);
  for (const silent of [task({ requiresCompatibilities: ['EC2'] }), task({ cpu: '${CPU}' })])
    assert.doesNotMatch(on(silent, 'eu-west-1'), /a month/);
  assert.doesNotMatch(on(task({}), 'xx-moon-1'), /a month/);
});

test('hover on a log option says what this option does', () => {
  const text =
    '{"containerDefinitions": [{"name": "a", "logConfiguration": {"logDriver": "awslogs", "options": {"mode": "blocking", "x": "y"}}}]}';
  const on = (word: string): string => hover(parse(text), text.indexOf(word) + 2)?.contents.join('\n') ?? '';
  assert.match(on('"mode"'), /\*\*mode\*\*[^]*non-blocking/);
  assert.match(on('"x"'), /Options of the driver/);
});
