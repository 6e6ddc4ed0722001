import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import type { Rewriting, Tool, ToolUse } from '../../../src/taskdef/document/siblingFacts.ts';

const by = '.github/workflows/deploy.yml';
const use = (tool: Tool, rewriting?: Rewriting): ToolUse => ({ tool, by, ...(rewriting ? { rewriting } : {}) });

/** The findings of a rule, as `severity message`. */
function found(text: string, rule: string, uses: readonly ToolUse[]): string[] {
  const document = parseDocument(text, { path: 'task-definition.json' });
  return check(document, { uses, tool: uses[0]?.tool })
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity} ${message}`);
}

const severityOf = (text: string, rule: string, ...uses: ToolUse[]): string | undefined =>
  found(text, rule, uses)[0]?.split(' ')[0];

const file = (members: string, container = '"image": "a:1",'): string =>
  `{ "family": "a", ${members} "containerDefinitions": [{ "name": "web", ${container} "memory": 128 }] }`;

test('each tool refuses, drops or fills in what its own code says', () => {
  const actionV1: ToolUse = { ...use('github-action'), version: 1 };
  const rendered = use('github-action', { rendered: true, images: ['web'] });
  const all = [use('aws-cli'), use('github-action'), actionV1, rendered, use('ecspresso'), use('codepipeline')];
  const E = 'error';
  const W = 'warning';
  const I = 'info';
  for (const [text, rule, ...expected] of [
    [file('"pidMode": null,'), 'TD00A', E, I, I, I, I, W],
    [file('"revision": 3,'), 'TD002', E, I, I, I, I, W],
    [file('"colour": "x",'), 'TD001', E, W, E, W, W, W],
    [file('"NetworkMode": "bridge",'), 'TD004', E, W, E, W, W, W],
    [file('"tags": [],'), 'TD01D', E, I, I, I, I, E],
    [file('"pidMode": "",'), 'TD008', E, I, I, I, I, E],
    [file('"inferenceAccelerators": [],'), 'TD0B1', W, I, I, I, I, W],
    [file('"volumes": [],').replace('128', '"128"'), 'TD006', E, E, I, E, E, W],
    [file('"family": "b",'), 'TD009', W, E, E, W, W, W],
    [file('').replace('128 }]', '128 },]'), 'TD00B', E, I, I, E, E, W],
    [`\uFEFF${file('')}`, 'TD00B', E, I, I, I, E, W],
    [file('// x\n'), 'TD00B', E, E, E, E, E, W],
    [`{ "taskDefinition": ${file('')} }`, 'TD003', E, E, E, E, I, E],
  ] as const) {
    assert.deepEqual(
      all.map((one) => severityOf(text, rule, one)),
      expected,
      `${rule} ${text}`,
    );
  }
});

test('without a tool, and with one of which nothing more is known, findings weigh as before', () => {
  assert.equal(severityOf(file('"pidMode": null,'), 'TD00A'), 'error');
  assert.equal(severityOf(file('// x\n'), 'TD00B'), 'warning');
  assert.equal(severityOf(file('"family": "b",'), 'TD009', { tool: 'github-action' }), 'warning');
  assert.equal(severityOf(file('', ''), 'TD016', { tool: 'github-action' }), 'info');
});

test('of several tools the one that minds is named', () => {
  const nulls = found(file('"pidMode": null,'), 'TD00A', [use('github-action'), use('aws-cli')]);
  assert.match(nulls[0]!, /^error .*\(AWS CLI\)$/);
  assert.doesNotMatch(found(file('"pidMode": null,'), 'TD00A', [use('aws-cli')])[0]!, /\(AWS CLI\)/);
  assert.match(
    found(file('// x\n'), 'TD00B', [use('ecspresso')])[0]!,
    /^error Comment: ecspresso takes strict JSON only/,
  );
});

test('what a tool overwrites is not judged', () => {
  const latest = (image: string): string => file('', `"image": ${image},`);
  const writes = use('github-action', { rendered: true, images: ['web'] });
  const others = use('github-action', { rendered: true, images: ['worker'] });
  assert.deepEqual(found(latest('"a b"'), 'TD018', [writes]), []);
  for (const rule of ['TD016', 'TD018']) {
    const text = rule === 'TD016' ? latest('""') : latest('"Not An Image"');
    assert.deepEqual(found(text, rule, [writes]), [], rule);
  }
  assert.match(found(latest('""'), 'TD016', [others])[0]!, /^error .*deploy\.yml writes none into it/);
  assert.match(found(latest('""'), 'TD016', [use('github-action')])[0]!, /^warning .*deploy\.yml writes none into it/);
  assert.match(
    found(latest('""'), 'TD016', [use('aws-cli', { images: ['#1'] })])[0]!,
    /^error Container web has no image/,
  );
  assert.deepEqual(found(latest('""'), 'TD016', [use('aws-cli', { images: ['#0'] })]), []);
  assert.match(found(latest('""'), 'TD016', [{ ...use('github-action'), elsewhere: true }])[0]!, /^info /);
  // One of two tools writes the image, and the other does not.
  assert.match(found(latest('""'), 'TD016', [writes, use('aws-cli')])[0]!, /^error /);
  assert.deepEqual(
    found(file('"revision": 1, "status": "ACTIVE",'), 'TD002', [use('aws-cli', { removed: ['revision', 'status'] })]),
    [],
  );
  assert.equal(
    found(file('"revision": 1, "status": "ACTIVE",'), 'TD002', [use('aws-cli', { removed: ['status'] })]).length,
    1,
  );
  assert.equal(severityOf(file('"revision": 1,'), 'TD002', use('aws-cli', { picked: true })), 'info');
  assert.equal(severityOf(file('"pidMode": null,'), 'TD00A', use('aws-cli', { withoutNulls: true })), 'info');
  assert.deepEqual(found(file('"networkMode": "net-mode",'), 'TD008', [use('aws-cli', { texts: ['net-mode'] })]), []);
  assert.equal(severityOf(file('"networkMode": "net-mode",'), 'TD008', use('aws-cli')), 'error');
});

test('what the tool is given beside the file is neither missed nor judged in it', () => {
  const given = use('aws-cli', { given: ['family', 'networkMode'] });
  const text = '{ "networkMode": "nat", "containerDefinitions": [{ "name": "web", "image": "a:1", "memory": 128 }] }';
  assert.deepEqual(found(text, 'TD010', [given]), []);
  assert.deepEqual(found(text, 'TD008', [given]), []);
  assert.equal(severityOf(text, 'TD010', use('aws-cli')), 'error');
  assert.equal(severityOf(text, 'TD010', given, use('github-action')), 'error');
  assert.equal(severityOf(text, 'TD008', use('aws-cli')), 'error');
});

test('what ecspresso init writes is silent with ecspresso, and an error for the AWS CLI', () => {
  const text = JSON.stringify({
    family: 'a',
    ipcMode: '',
    pidMode: '',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    placementConstraints: [],
    tags: [],
    containerDefinitions: [
      {
        name: 'web',
        image: 'a:1',
        environment: [],
        portMappings: [{ appProtocol: '', containerPort: 80, hostPort: 80, protocol: 'tcp' }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': 'g', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'w' },
        },
      },
    ],
  });
  const grave = (tool: Tool): string[] =>
    check(parseDocument(text, { path: 'ecs-task-def.json' }), { tool })
      .filter(({ severity, rule }) => severity === 'error' || (severity === 'warning' && rule !== 'TD069'))
      .map(({ rule, message }) => `${rule} ${message}`);
  assert.deepEqual(
    grave('ecspresso').filter((one) => !/execution role/i.test(one)),
    [],
  );
  assert.ok(grave('aws-cli').some((one) => one.startsWith('TD008')));
});
