import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SiblingFacts, ToolUse } from '../../../src/taskdef/document/siblingFacts.ts';
import { Surroundings } from '../../../src/taskdef/siblings/surroundings.ts';
import { memoryTree } from '../../support/memoryTree.ts';

const own = 'deploy/td.json';

async function factsOf(files: Record<string, string>, path = own): Promise<SiblingFacts> {
  const tree = memoryTree(new Map(Object.entries({ [path]: '{ "family": "shop" }', ...files })));
  return (await new Surroundings(tree, true).of(path, '{ "family": "shop" }')).facts;
}

/** The tools that are known to get the file. */
const usesOf = async (files: Record<string, string>, path = own): Promise<readonly ToolUse[]> =>
  ((await factsOf(files, path)).uses ?? []).filter(({ elsewhere }) => !elsewhere);

const toolsOf = async (files: Record<string, string>, path = own): Promise<string[]> =>
  (await usesOf(files, path)).map(({ tool, by }) => `${tool} by ${by}`);

const indent = (text: string, by: string): string => text.replaceAll(/^/gm, by);

/** A workflow of one job with these steps. */
const workflow = (steps: string, head = ''): string =>
  `on: push\n${head}\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${indent(steps, '      ')}\n`;
const run = (script: string): string => `- run: |\n${indent(script, '    ')}`;
const deploy = (path: string, version = 'v2'): string =>
  `- uses: aws-actions/amazon-ecs-deploy-task-definition@${version}\n  with:\n    task-definition: ${path}\n    service: shop`;
const render = (path: string, container = 'web', id = 'render'): string =>
  `- id: ${id}\n  uses: aws-actions/amazon-ecs-render-task-definition@v1\n  with:\n    task-definition: ${path}\n    container-name: ${container}\n    image: x`;

const inWorkflow = (steps: string, head = ''): Record<string, string> => ({
  '.github/workflows/deploy.yml': workflow(steps, head),
});
const action = 'github-action by .github/workflows/deploy.yml';
const cli = 'aws-cli by .github/workflows/deploy.yml';

test('what a step copies or fills goes to the tool that deploys the copy', async () => {
  for (const [steps, tool] of [
    [`${run('sed -i "s|__IMAGE__|$IMAGE|" deploy/td.json')}\n${deploy('deploy/td.json')}`, action],
    [`${run('envsubst < deploy/td.json > out/td.json')}\n${deploy('out/td.json')}`, action],
    [
      `${run('jq \'.cpu = "512"\' deploy/td.json > tmp.json\nmv tmp.json final.json')}\n${deploy('final.json')}`,
      action,
    ],
    [`${run('cat deploy/td.json | jq .x | tee new.json')}\n${deploy('./new.json')}`, action],
    [`${run('cp deploy/td.json $RUNNER_TEMP/td.json')}\n${deploy('${{ runner.temp }}/td.json')}`, action],
    [`${run('cd deploy && cp td.json ready.json')}\n${deploy('deploy/ready.json')}`, action],
    [run('aws ecs register-task-definition --cli-input-json file://deploy/td.json'), cli],
    [run('aws ecs register-task-definition \\\n  --cli-input-json file://$(pwd)/deploy/td.json'), cli],
    [run('DEF=$(envsubst < deploy/td.json)\naws ecs register-task-definition --cli-input-json "$DEF"'), cli],
    [run('aws ecs register-task-definition --cli-input-json "$(jq \'.a\' deploy/td.json)"'), cli],
    [
      `${run('yq -i .x deploy/td.json')}\n- working-directory: deploy\n  run: aws ecs register-task-definition --cli-input-json file://td.json`,
      cli,
    ],
    [
      `${render('deploy/td.json')}\n${run('aws ecs register-task-definition --cli-input-json file://${{ steps.render.outputs.task-definition }}')}`,
      cli,
    ],
    [`${run('echo "TD=deploy/td.json" >> $GITHUB_ENV')}\n${deploy('${{ env.TD }}')}`, action],
    [
      `- id: pick\n  run: |\n    jq .x deploy/td.json > a.json\n    echo "file=a.json" >> "$GITHUB_OUTPUT"\n${deploy('${{ steps.pick.outputs.file }}')}`,
      action,
    ],
    [run('cat deploy/td.json'), undefined],
    [run('aws ecs register-task-definition --cli-input-json file://other/td.json'), undefined],
  ] as const) {
    assert.deepEqual(await toolsOf(inWorkflow(steps)), tool ? [tool] : [], steps);
  }
});

test('a path that is chosen as the workflow runs is followed as far as the file says', async () => {
  const env = (value: string): string => `env:\n  TD: ${value}`;
  for (const [steps, head, found] of [
    [deploy('${{ env.TD }}'), env('${{ vars.TASK_DEFINITION }}'), true],
    [deploy('${{ secrets.TASK_DEFINITION_PATH }}'), '', true],
    [deploy("${{ github.ref == 'refs/heads/main' && 'deploy/td.json' || 'deploy/td-dev.json' }}"), '', true],
    [deploy("${{ github.ref == 'refs/heads/main' && 'deploy/other.json' || 'deploy/td-dev.json' }}"), '', false],
    [deploy("${{ format('deploy/{0}.json', github.ref_name) }}"), '', true],
    [deploy("${{ inputs.file || 'deploy/td.json' }}"), '', true],
    [deploy('code/deploy/td.json').replace(/^/, '- uses: actions/checkout@v4\n  with: { path: code }\n'), '', true],
    [deploy('code/deploy/td.json'), '', false],
    [deploy('MY_ECS_TASK_DEFINITION'), '', true],
    [
      `- id: e\n  uses: acme/set-env@v1\n  with:\n    task-definition: deploy/td.json\n${deploy('${{ steps.e.outputs.task-definition }}')}`,
      '',
      true,
    ],
    [run('aws ecs register-task-definition --cli-input-json file://${{ vars.TD }}'), '', true],
    [run('aws ecs register-task-definition --cli-input-json file://$TD'), '', true],
  ] as const) {
    assert.equal((await toolsOf(inWorkflow(steps, head))).length, found ? 1 : 0, steps + head);
  }
  const matrix = (files: string): Record<string, string> => ({
    '.github/workflows/deploy.yml': workflow(deploy('${{ matrix.td }}')).replace(
      '    steps:',
      `    strategy: { matrix: { td: ${files} } }\n    steps:`,
    ),
  });
  assert.deepEqual(await toolsOf(matrix('[deploy/td.json, deploy/b.json]')), [action]);
  assert.deepEqual(await toolsOf(matrix('[deploy/a.json, deploy/b.json]')), []);
  const inputs = (value: string): string => `on:\n  workflow_dispatch:\n    inputs:\n      file: { ${value} }`;
  assert.deepEqual(await toolsOf(inWorkflow(deploy('${{ inputs.file }}'), inputs('default: deploy/td.json'))), [
    action,
  ]);
});

test('a path of which nothing is known is the file where one tool alone is meant so', async () => {
  const chosen = deploy('${{ vars.TD }}');
  const other = run('aws ecs register-task-definition --cli-input-json file://$OTHER');
  assert.deepEqual(await toolsOf(inWorkflow(`${chosen}\n${other}`)), []);
  assert.deepEqual(await toolsOf(inWorkflow(`${chosen}\n${deploy('deploy/td.json')}`)), [action]);
  const named = { 'deploy/run.sh': 'aws ecs register-task-definition --cli-input-json file://td.json' };
  assert.deepEqual(await toolsOf({ ...inWorkflow(chosen), ...named }), ['aws-cli by deploy/run.sh']);
});

test('what takes any task definition takes no service definition, and the reverse', async () => {
  const service = '{ "serviceName": "s", "desiredCount": 1, "launchType": "EC2" }';
  const toolIn = async (text: string, steps: string): Promise<string | undefined> => {
    const tree = memoryTree(new Map(Object.entries(inWorkflow(steps))));
    return (await new Surroundings(tree, true).of('deploy/x.json', text)).facts.tool;
  };
  const create = run('aws ecs create-service --cli-input-json file://$SERVICE');
  assert.equal(await toolIn(service, deploy('${{ vars.TD }}')), undefined);
  assert.equal(await toolIn(service, create), 'aws-cli');
  assert.equal(await toolIn('{ "family": "shop" }', create), undefined);
  assert.equal(await toolIn(service, run('aws ecs update-service --cli-input-json file://deploy/x.json')), 'aws-cli');
});

test('workflows and actions of the repository that are called get what they are handed', async () => {
  const called = `on:\n  workflow_call:\n    inputs:\n      task-definition: { type: string }\njobs:\n  go:\n    steps:\n${indent(
    deploy('${{ inputs.task-definition }}'),
    '      ',
  )}`;
  const caller = (file: string): string =>
    `jobs:\n  ship:\n    uses: ./.github/workflows/ecs.yml\n    with: { task-definition: ${file} }`;
  const files = (file: string): Record<string, string> => ({
    '.github/workflows/ecs.yml': called,
    '.github/workflows/release.yml': caller(file),
  });
  assert.deepEqual(await toolsOf(files('deploy/td.json')), ['github-action by .github/workflows/release.yml']);
  assert.deepEqual(await toolsOf(files('deploy/other.json')), []);
  const composite = `inputs:\n  file: { required: true }\nruns:\n  using: composite\n  steps:\n${indent(
    `${render('${{ inputs.file }}')}\n${deploy('${{ steps.render.outputs.task-definition }}')}`,
    '    ',
  )}`;
  const use = '- uses: ./.github/actions/ecs\n  with: { file: deploy/td.json }';
  assert.deepEqual(await toolsOf({ ...inWorkflow(use), '.github/actions/ecs/action.yml': composite }), [action]);
  const elsewhere = '- uses: ./ci/ecs\n  with: { file: deploy/td.json }';
  assert.deepEqual(await toolsOf({ ...inWorkflow(elsewhere), 'ci/ecs/action.yaml': composite }), [action]);
  const foreign =
    'jobs:\n  ship:\n    uses: acme/ci/.github/workflows/ecs.yml@v1\n    with: { task_definition: deploy/td.json }';
  assert.deepEqual(await toolsOf({ '.github/workflows/deploy.yml': foreign }), [action]);
});

test('scripts, Makefiles, buildspecs and other CI are read beside the file, above it and at the root', async () => {
  const register = (file: string): string => `aws ecs register-task-definition --cli-input-json file://${file}`;
  for (const [path, text] of [
    ['deploy/deploy.sh', `#!/bin/sh\nset -e\n${register('td.json')} > /dev/null\n`],
    ['deploy.sh', register('deploy/td.json')],
    ['scripts/ship.sh', `DIR=deploy\n${register('$DIR/td.json')}`],
    ['scripts/ship.sh', `cat "$(dirname "$0")/../deploy/td.json" | jq .x > /tmp/x.json\n${register('/tmp/x.json')}`],
    ['Makefile', `TASK = deploy/td.json\n\nship:\n\t@${register('$(TASK)')}\n`],
    ['deploy/Makefile', `ship:\n\tenvsubst < td.json > .ready.json\n\t${register('.ready.json')}\n`],
    ['buildspec.yml', `phases:\n  build:\n    commands:\n      - ${register('deploy/td.json')}\n`],
    ['buildspec.yml', 'artifacts:\n  files:\n    - deploy/td.json\n    - appspec.yaml\n'],
    [
      '.gitlab-ci.yml',
      `deploy:\n  script:\n    - >\n      aws ecs register-task-definition\n      --cli-input-json file://deploy/td.json\n`,
    ],
    [
      '.circleci/config.yml',
      'jobs:\n  ship:\n    steps:\n      - aws-ecs/update-task-definition-from-json: { task-definition-json: deploy/td.json }\n',
    ],
    [
      'bitbucket-pipelines.yml',
      `pipelines:\n  default:\n    - step:\n        script:\n          - ${register('deploy/td.json')}\n`,
    ],
    [
      'Jenkinsfile',
      `stage('Ship it') {\n  // don't\n  sh '''\n    REV=$(${register('deploy/td.json')}|jq .x)\n  '''\n}\n`,
    ],
    [
      'scripts/ship.ps1',
      'aws ecs register-task-definition `\n  --cli-input-json "file://deploy/td.json" `\n  --region x\n',
    ],
    [
      'scripts/ship.sh',
      `update() {\n  FILE="deploy/td.json"\n  TEMP=$(mktemp)\n  sed -e "s|A_B|$X|g" "$FILE" > "$TEMP"\n  REV=$(aws ecs register-task-definition --cli-input-json file://\${TEMP} --query x)\n}\n`,
    ],
    [
      'scripts/ship.sh',
      `if true; then FILE=deploy/td.json; fi\nDEF=$(cat $FILE)\nNEW=$(echo "$DEF" | jq .x)\necho $NEW > tf.json\n${register('tf.json')}\n`,
    ],
    [
      'scripts/ship.sh',
      `update() {\n  local template="$2"\n  local def\n  def=$(sed "s|A|b|" "\${template}" | jq .x)\n  aws ecs register-task-definition --cli-input-json "\${def}"\n}\nupdate api deploy/td.json\n`,
    ],
    ['scripts/ship.sh', `sed s/A/b/ "deploy/t$(echo "$X" | tr a b).json" > x.json\n${register('x.json')}\n`],
    [
      'deploy/play.yml',
      '- hosts: all\n  tasks:\n    - command: aws ecs --region x register-task-definition --cli-input-json file://{{ playbook_dir }}/td.json\n',
    ],
    ['deploy/deploy.sh', `sed -e "s;%N%;$N;g" td.json > v_$N.json\n${register('v_$N.json')}\n`],
    ['Jenkinsfile', `node {\n  sh "${register('deploy/td.json')}"\n}\n`],
  ] as const) {
    const tool = text.includes('artifacts') ? 'codepipeline' : 'aws-cli';
    assert.deepEqual(await toolsOf({ [path]: text }), [`${tool} by ${path}`], path + text);
  }
  const mentioned = { 'ops/ecs/ship.sh': register('deploy/td.json'), ...inWorkflow(run('./ops/ecs/ship.sh')) };
  assert.deepEqual(await toolsOf(mentioned), ['aws-cli by ops/ecs/ship.sh']);
  assert.deepEqual(await toolsOf({ 'deploy/deploy.sh': `# ${register('td.json')}\necho td.json` }), []);
});

test('the mark of CodePipeline tells the pipeline where nothing else does', async () => {
  const text = '{ "family": "shop", "containerDefinitions": [{ "name": "web", "image": "<IMAGE1_NAME>" }] }';
  const toolIn = async (files: Record<string, string>): Promise<string | undefined> => {
    const tree = memoryTree(new Map(Object.entries({ [own]: text, ...files })));
    return (await new Surroundings(tree, true).of(own, text)).facts.tool;
  };
  assert.equal(await toolIn({}), 'codepipeline');
  assert.equal(await toolIn(inWorkflow(deploy('deploy/td.json'))), 'github-action');
});

test('an ecspresso configuration is known by its members, whatever it is called', async () => {
  const config = (task: string): string =>
    `region: eu-west-1\ncluster: main\nservice: shop\ntask_definition: ${task}\nservice_definition: sv.json\n`;
  for (const [path, task] of [
    ['deploy/config.yaml', 'td.json'],
    ['deploy/web-ecspresso.yml', 'td.json'],
    ['deploy/rails.yaml', './td.json'],
    ['rails.yaml', 'deploy/td.json'],
  ] as const) {
    assert.deepEqual(await toolsOf({ [path]: config(task) }), [`ecspresso by ${path}`], path);
  }
  const json = JSON.stringify({ region: 'x', cluster: 'c', task_definition: 'td.json' });
  assert.deepEqual(await toolsOf({ 'deploy/ecspresso.json': json }), ['ecspresso by deploy/ecspresso.json']);
  const jsonnet = "{\n  region: std.extVar('r'),\n  cluster: 'c',\n  task_definition: 'td.json',\n}\n";
  assert.deepEqual(await toolsOf({ 'deploy/ecspresso.jsonnet': jsonnet }), ['ecspresso by deploy/ecspresso.jsonnet']);
  const template = 'region: {{ must_env `R` }}\ncluster: {{ env `C` `x` }}\ntask_definition: td.json\n';
  assert.deepEqual(await toolsOf({ 'deploy/ecspresso.yml': template }), ['ecspresso by deploy/ecspresso.yml']);
  const service = await factsOf({ 'deploy/config.yaml': config('td.json') }, 'deploy/sv.json');
  assert.equal(service.tool, 'ecspresso');
  const called = {
    'env/prod.yml': config('../deploy/td.json'),
    ...inWorkflow(run('ecspresso deploy --config env/prod.yml')),
  };
  assert.deepEqual(await toolsOf(called), ['ecspresso by env/prod.yml']);
  const ansible = '- hosts: all\n  tasks:\n    - ecs_taskdefinition: { task_definition: td.json }\n';
  assert.deepEqual(
    await toolsOf({ 'deploy/play.yml': ansible, 'deploy/values.yaml': 'task_definition: td.json\n' }),
    [],
  );
});

test('a file that is fetched from AWS under the same name is another one', async () => {
  const fetch = run(
    'aws ecs describe-task-definition --task-definition shop \\\n  --query taskDefinition > deploy/td.json',
  );
  const facts = await factsOf(inWorkflow(`${fetch}\n${render('deploy/td.json', 'other')}`));
  assert.equal(facts.tool, 'github-action');
  assert.deepEqual(facts.renderedContainers, []);
  const named = { 'deploy/run.sh': 'aws ecs register-task-definition --cli-input-json file://td.json' };
  const both = { ...inWorkflow(`${fetch}\n${render('deploy/td.json')}`), ...named };
  assert.deepEqual(await toolsOf(both), ['aws-cli by deploy/run.sh']);
});

test('a file that nothing names is assumed to go the way of the others, where there is but one', async () => {
  const others = inWorkflow(
    `${render('deploy/other.json')}\n${deploy('${{ steps.render.outputs.task-definition }}', 'v1')}`,
  );
  const assumed = { tool: 'github-action', by: '.github/workflows/deploy.yml', elsewhere: true };
  const facts = await factsOf(others);
  assert.deepEqual(facts.uses, [assumed]);
  assert.equal(facts.tool, undefined);
  assert.deepEqual(facts.renderedContainers, []);
  const cli = { Makefile: 'x:\n\taws ecs register-task-definition --cli-input-json file://deploy/other.json\n' };
  assert.equal((await factsOf(cli)).uses, undefined);
  assert.equal((await factsOf({ ...others, ...cli })).uses, undefined);
  const config = { 'ecspresso.yml': 'region: a\ncluster: b\ntask_definition: deploy/other.json\n' };
  assert.deepEqual((await factsOf(config)).uses, [{ tool: 'ecspresso', by: 'ecspresso.yml', elsewhere: true }]);
  assert.equal((await factsOf({ ...others, ...config })).uses, undefined);
});

test('several tools are all named, the same one once', async () => {
  const script = { Makefile: 'ship:\n\taws ecs register-task-definition --cli-input-json file://deploy/td.json\n' };
  const files = {
    ...script,
    ...inWorkflow(deploy('deploy/td.json')),
    '.github/workflows/other.yml': workflow(deploy('deploy/td.json')),
  };
  assert.deepEqual(await toolsOf(files), ['aws-cli by Makefile', action]);
});

test('what becomes of the file on its way is known', async () => {
  const one = async (steps: string): Promise<ToolUse | undefined> => (await usesOf(inWorkflow(steps)))[0];
  const chain = `${render('deploy/td.json', 'web', 'a')}\n${render('${{ steps.a.outputs.task-definition }}', 'worker', 'b')}\n${deploy('${{ steps.b.outputs.task-definition }}', 'v1')}`;
  assert.deepEqual(await one(chain), {
    tool: 'github-action',
    by: '.github/workflows/deploy.yml',
    version: 1,
    rewriting: { rendered: true, images: ['web', 'worker'] },
  });
  const filled = run(
    "sed -i -e 's|<IMAGE>|x|g' -e \"s/__TAG__/$TAG/\" deploy/td.json\njq 'del(.status, .taskDefinitionArn) | .containerDefinitions[0].image = $i' deploy/td.json > t.json\naws ecs register-task-definition --cli-input-json file://t.json",
  );
  assert.deepEqual((await one(filled))?.rewriting, {
    texts: ['<IMAGE>', '__TAG__'],
    removed: ['status', 'taskDefinitionArn'],
    images: ['#0'],
  });
  const named = run(
    'aws ecs register-task-definition --family shop --task-role-arn x --cli-input-json file://deploy/td.json',
  );
  assert.deepEqual((await one(named))?.rewriting, { given: ['family', 'taskRoleArn'] });
  const assigned = run(
    'jq \'.family = "x" | .cpu |= "256"\' deploy/td.json > t.json\naws ecs register-task-definition --cli-input-json file://t.json',
  );
  assert.deepEqual((await one(assigned))?.rewriting, { given: ['family', 'cpu'] });
  const selected = run(
    'NEW=$(jq \'(.containerDefinitions[] | select(.name == "web") | .image) |= $i | with_entries(select(.value != null))\' deploy/td.json)\naws ecs register-task-definition --cli-input-json "$NEW"',
  );
  assert.deepEqual((await one(selected))?.rewriting, { images: ['web'], withoutNulls: true });
  const picked = run(
    "jq '{family: .family, containerDefinitions: .containerDefinitions}' deploy/td.json > t.json\naws ecs register-task-definition --cli-input-json file://t.json",
  );
  assert.deepEqual((await one(picked))?.rewriting, { picked: true });
});

test('the files that are read are few, and once each', async () => {
  const files = new Map<string, string>();
  for (let i = 0; i < 300; i++)
    files.set(`deploy/td-${i}.json`, `{ "family": "f${i}" }`).set(`deploy/k8s-${i}.yaml`, 'kind: x');
  files.set('.github/workflows/deploy.yml', workflow(deploy('deploy/td-${{ matrix.n }}.json')));
  const tree = memoryTree(files);
  const surroundings = new Surroundings(tree, true);
  for (let i = 0; i < 300; i++) {
    const { facts } = await surroundings.of(`deploy/td-${i}.json`, `{ "family": "f${i}" }`);
    assert.equal(facts.tool, 'github-action');
  }
  assert.equal(new Set(tree.reads).size, tree.reads.length);
  assert.ok(tree.reads.length < 60, `${tree.reads.length} files were read`);
});
