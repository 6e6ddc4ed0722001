import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { LintFinding } from '../../../src/lint/lintFile.ts';
import { lintFolder } from '../../support/lintFolder.ts';

const definition = (members: object = {}): string =>
  `${JSON.stringify(
    { family: 'shop', ...members, containerDefinitions: [{ name: 'web', image: 'b:1', memory: 128 }] },
    undefined,
    2,
  )}\n`;
const described = definition({ revision: 3, status: 'ACTIVE', pidMode: null, ipcMode: null });
const git = { '.git/HEAD': 'ref: refs/heads/main\n' };
const deploy = (path: string): string =>
  `jobs:\n  deploy:\n    steps:\n      - uses: aws-actions/amazon-ecs-deploy-task-definition@v2\n        with:\n          task-definition: ${path}\n`;

test('neighbours are read up to the root of the repository, and the tool that they show is said once', async () => {
  using folder = lintFolder({
    ...git,
    'services/web/task-definition.json': described,
    'services/api/task-definition.json': described,
    '.github/workflows/deploy.yml': deploy('services/${{ matrix.service }}/task-definition.json'),
  });
  const { status, out, err } = await folder.run('services');
  assert.equal(status, 0, out);
  assert.match(out, /^services\/api\/task-definition\.json:3:3: info TD002/m);
  assert.equal(
    err,
    'services/api/task-definition.json and 1 more: GitHub action, by .github/workflows/deploy.yml\n2 files, 0 errors, 0 warnings\n',
  );
  const cli = await folder.run('--tool', 'aws-cli', 'services');
  assert.equal(cli.status, 1);
  assert.match(cli.err, /^2 files, 8 errors, 0 warnings$/m);
  assert.doesNotMatch(cli.err, /by \.github/);
});

test('a repository that was unpacked without its history begins where its workflows are', async () => {
  using folder = lintFolder({
    'one/services/web/td.json': described,
    'one/.github/workflows/deploy.yml': deploy('services/web/td.json'),
    'two/td.json': described,
  });
  const { err } = await folder.run('one', 'two');
  assert.match(err, /^one\/services\/web\/td\.json: GitHub action, by \.github\/workflows\/deploy\.yml$/m);
  assert.match(err, /^2 files, 4 errors, 0 warnings$/m);
});

test('nothing but findings is written to where programs read', async () => {
  using folder = lintFolder({ ...git, 'td.json': described, '.github/workflows/deploy.yml': deploy('td.json') });
  for (const format of ['json', 'github', 'sarif']) {
    const { out } = await folder.run('--format', format, 'td.json');
    if (format === 'github') assert.match(out, /^(?:::notice [^\n]*\n)+$/);
    else assert.ok(JSON.parse(out));
    assert.doesNotMatch(out, /deploy\.yml/);
  }
});

test('several tools are named with what they refuse', async () => {
  using folder = lintFolder({
    ...git,
    'td.json': described,
    '.github/workflows/deploy.yml': deploy('td.json'),
    'deploy.sh': 'aws ecs register-task-definition --cli-input-json file://td.json\n',
  });
  const { status, out, err } = await folder.run('td.json');
  assert.equal(status, 1);
  assert.match(out, /error TD00A: .*\(AWS CLI\)/);
  assert.match(err, /^td\.json: AWS CLI, by deploy\.sh; GitHub action, by \.github\/workflows\/deploy\.yml$/m);
});

test('in a folder all that is ours is found, and the rest is silent', async () => {
  using folder = lintFolder({
    ...git,
    '.gitignore': 'generated/\n*.local.json\n',
    'td.json': definition(),
    'a/b/web.jsonc': definition(),
    'a/b/worker.json.tpl': definition(),
    'a/service.json': '{ "serviceName": "s", "desiredCount": 1, "launchType": "EC2", "taskDefinition": "t" }',
    'a/.gitignore': 'skipped.json\n',
    'a/skipped.json': definition(),
    'a/mine.local.json': definition(),
    'generated/td.json': definition(),
    'node_modules/x/task-definition.json': definition(),
    'package.json': '{ "name": "x", "scripts": {} }',
    'notes.md': '# containerDefinitions',
    'a/task-definition.json': '{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": {} }',
  });
  for (const argv of [['.'], ['td.json', 'a']]) {
    const { status, err } = await folder.run(...argv);
    assert.equal(err.trim().split('\n').at(-1), '4 files, 0 errors, 0 warnings', argv.join());
    assert.equal(status, 0);
  }
  const json = async (...argv: string[]): Promise<string[]> => {
    const { out } = await folder.run('--format', 'json', '--severity', 'hint', ...argv);
    return [...new Set((JSON.parse(out) as LintFinding[]).map(({ file }) => file))];
  };
  assert.deepEqual(
    (await json('a')).filter((file) => !file.endsWith('service.json')),
    ['a/b/web.jsonc', 'a/b/worker.json.tpl'],
  );
  assert.deepEqual(await json('a/**/*.jsonc'), ['a/b/web.jsonc']);
  assert.deepEqual(await json('./a/*/{web,worker}.*'), ['a/b/web.jsonc', 'a/b/worker.json.tpl']);
  assert.deepEqual(await json(join(folder.path, 'a/b')), [
    `${folder.path}/a/b/web.jsonc`,
    `${folder.path}/a/b/worker.json.tpl`,
  ]);
});

test('a pattern that fits nothing is no success', async () => {
  using folder = lintFolder({ 'td.json': definition() });
  const { status, err } = await folder.run('nowhere/*.json');
  assert.equal(status, 2);
  assert.match(err, /^nowhere\/\*\.json fits no file$/m);
});

test('the settings of the workspace hold where it has some', async () => {
  using folder = lintFolder({
    ...git,
    '.vscode/settings.json': `{
      // As VS Code reads it.
      "ecs.taskDefinition.tool": "ecspresso",
      "ecs.taskDefinition.rules": { "TD0C2": "error", "TD011": "off", "TD002": "loud" },
      "ecs.taskDefinition.ignore": { "odd/*.json": ["TD0C2"], "odd/td.json": "TD0C2" },
      "ecs.taskDefinition.files": { "other.json": "other", "half.json": "taskDefinition" },
    }`,
    'td.json': definition({ family: 'a b', revision: 1 }),
    'odd/td.json': definition(),
    'odd/worker.json': definition(),
    'other.json': definition(),
    'half.json': '{ "taskRoleArn": 5 }',
    'own/.vscode/settings.json': '{ "ecs.taskDefinition.tool": "aws-cli" }',
    'own/td.json': definition({ revision: 1 }),
  });
  const rules = async (...argv: string[]): Promise<string[]> => {
    const { out } = await folder.run('--format', 'json', '--severity', 'warning', ...argv);
    return (JSON.parse(out) as LintFinding[]).map(({ severity, rule }) => `${severity} ${rule}`);
  };
  assert.deepEqual(await rules('td.json'), ['error TD0C2']);
  assert.deepEqual(await rules('odd/worker.json'), []);
  assert.deepEqual(await rules('odd/td.json'), []);
  assert.ok((await rules('half.json')).includes('error TD006'));
  assert.deepEqual(await rules('own/td.json'), ['error TD002']);
  const { status, err } = await folder.run('other.json');
  assert.equal(status, 0);
  assert.equal(err, '0 files, 0 errors, 0 warnings\n');
});

test('--fix makes the repairs that are certain, says which, and keeps the encoding', async () => {
  const wide = Buffer.from(`\uFEFF${described}`, 'utf16le');
  using folder = lintFolder({
    'td.json': described.replaceAll('\n', '\r\n'),
    'wide/task-definition.json': wide,
    'big/task-definition.json': Buffer.from(wide).swap16(),
    'good.json': definition(),
  });
  const { status, err } = await folder.run('--fix', 'td.json', 'good.json');
  assert.equal(status, 0);
  assert.match(err, /^td\.json: repaired TD00A \(2\), TD002 \(2\)$|^td\.json: repaired TD002 \(2\), TD00A \(2\)$/m);
  assert.doesNotMatch(err, /good\.json/);
  const fixed = folder.read('td.json').toString('utf8');
  assert.equal(fixed, definition().replaceAll('\n', '\r\n'));
  const again = await folder.run('--fix', '--severity', 'error', 'wide', 'big');
  assert.equal(again.status, 1);
  assert.match(again.out, /UTF-16/);
  assert.deepEqual(folder.read('wide/task-definition.json'), Buffer.from(`\uFEFF${definition()}`, 'utf16le'));
  assert.deepEqual(folder.read('big/task-definition.json'), Buffer.from(`\uFEFF${definition()}`, 'utf16le').swap16());
});

test('findings that one repair takes away are one line of text', async () => {
  const members = Object.fromEntries(['user', 'hostname', 'command', 'links'].map((name) => [name, null]));
  const text = JSON.stringify({
    family: 'a',
    containerDefinitions: [{ name: 'a', image: 'b:1', memory: 128, ...members }],
  });
  using folder = lintFolder({ 'a-taskdef.json': text, 'b-taskdef.json': text });
  const { out } = await folder.run('--severity', 'error', '.');
  assert.match(
    out,
    /^a-taskdef\.json:1:\d+: error TD00A: .*\(and 3 more of the same cause in this file\)\nb-taskdef\.json.*\n$/,
  );
  const { out: json } = await folder.run('--severity', 'error', '--format', 'json', '.');
  assert.equal((JSON.parse(json) as LintFinding[]).length, 8);
});

interface Sarif {
  version: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string; helpUri: string; shortDescription: { text: string } }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> } }[];
    }[];
  }[];
}

test('SARIF has what a code-scanning page needs, with paths from the root of the repository', async () => {
  using folder = lintFolder({ ...git, 'in fra/[a]/task-definition.json': definition({ family: 'a b', revision: 1 }) });
  const { out, status } = await folder.run('--format', 'sarif', '.');
  assert.equal(status, 1);
  const log = JSON.parse(out) as Sarif;
  assert.equal(log.version, '2.1.0');
  const [run] = log.runs;
  assert.ok(run);
  assert.equal(run.tool.driver.name, 'ecs-taskdef-lint');
  const ids = run.tool.driver.rules.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { ruleId, ruleIndex, level, message, locations } of run.results) {
    assert.equal(ids[ruleIndex], ruleId);
    assert.match(level, /^(?:error|warning|note)$/);
    assert.ok(message.text);
    const [{ physicalLocation } = assert.fail()] = locations;
    assert.equal(physicalLocation.artifactLocation.uri, 'in%20fra/%5Ba%5D/task-definition.json');
    const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
    assert.ok(startLine! >= 1 && startColumn! >= 1 && endLine! >= startLine! && endColumn! >= 1);
  }
  for (const { helpUri, shortDescription } of run.tool.driver.rules) {
    assert.match(helpUri, /^https:/);
    assert.ok(shortDescription.text);
  }
  const { runs } = JSON.parse(
    (await folder.run('--format', 'sarif', '--tool', 'aws-cli', '--severity', 'error', '.')).out,
  ) as Sarif;
  assert.deepEqual(
    runs[0]?.results.map(({ ruleId }) => ruleId),
    ['TD011', 'TD002'],
  );
});
