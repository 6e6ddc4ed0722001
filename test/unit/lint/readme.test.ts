import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { load } from 'js-yaml';
import { lintFolder } from '../../support/lintFolder.ts';

const root = resolve(import.meta.dirname, '../../..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');

const described = `${JSON.stringify({
  family: 'shop',
  revision: 3,
  containerDefinitions: [{ name: 'web', image: 'b:1', memory: 128 }],
})}\n`;
const workflow = `jobs:
  deploy:
    steps:
      - uses: aws-actions/amazon-ecs-deploy-task-definition@v2
        with:
          task-definition: infra/task-definition.json
`;

/** The YAML of the README, by the name of the file that it is for. */
function exampleOf(file: string): unknown {
  const text = new RegExp(`\`\`\`yaml\\n# ${file.replaceAll('.', String.raw`\.`)}\\n([^]*?)\`\`\``).exec(readme)?.[1];
  return load(text ?? assert.fail(`The README has no ${file}.`));
}

interface Ran {
  status: number;
  out: string;
  err: string;
}

/** Runs a command line of the README, with the linter where the README has put it. */
function shell(command: string, cwd: string): Promise<Ran> {
  const line = command.replaceAll('tools/ecs-taskdef-lint.js', resolve(root, 'src/lint/main.ts'));
  return new Promise((done) => {
    const path = `${resolve(process.execPath, '..')}:${process.env['PATH'] ?? ''}`;
    execFile('sh', ['-c', line], { cwd, env: { ...process.env, PATH: path } }, (error, out, err) =>
      done({ status: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

interface Step {
  run?: string;
  uses?: string;
  with?: Record<string, string>;
}

test('the commands for CI run as they are written in the README', async () => {
  using folder = lintFolder({
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.github/workflows/deploy.yml': workflow,
    'infra/task-definition.json': described,
    'infra/other-task-definition.json': described.replace('shop', 'a shop'),
  });

  const github = exampleOf('.github/workflows/ecs-lint.yml') as { jobs: { 'ecs-lint': { steps: Step[] } } };
  const { steps } = github.jobs['ecs-lint'];
  const command = steps.find(({ run }) => run)?.run ?? assert.fail();
  const ran = await shell(command, folder.path);
  // What the workflow deploys is in order; the other file has a family that ECS refuses.
  assert.equal(ran.status, 1, ran.err);
  assert.match(ran.err, /^infra\/task-definition\.json: GitHub action, by \.github\/workflows\/deploy\.yml$/m);
  const upload = steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif'));
  const sarif = JSON.parse(folder.read(upload?.with?.['sarif_file'] ?? '').toString()) as {
    runs: { results: { level: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
  };
  const errors = sarif.runs[0]?.results.filter(({ level }) => level === 'error') ?? [];
  assert.deepEqual(
    errors.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri),
    ['infra/other-task-definition.json'],
  );

  const gitlab = exampleOf('.gitlab-ci.yml') as { 'ecs-lint': { script: string[] } };
  assert.equal((await shell(gitlab['ecs-lint'].script.join('\n'), folder.path)).status, 1);

  const hooks = exampleOf('.pre-commit-config.yaml') as { repos: { hooks: { entry: string; files: string }[] }[] };
  const [hook] = hooks.repos[0]?.hooks ?? [];
  assert.ok(hook);
  const names = new RegExp(hook.files);
  const passed = [
    'infra/task-definition.json',
    'a/taskdef.json',
    'container_definitions.json',
    'x/service-def-prod.jsonc',
  ];
  assert.deepEqual(
    passed.filter((name) => !names.test(name)),
    [],
  );
  assert.deepEqual(
    ['package.json', 'task-definition.md', 'task-def/readme.json'].filter((name) => names.test(name)),
    [],
  );
  assert.equal((await shell(`${hook.entry} infra/task-definition.json`, folder.path)).status, 0);
  assert.equal((await shell(`${hook.entry} infra/other-task-definition.json`, folder.path)).status, 1);
});
