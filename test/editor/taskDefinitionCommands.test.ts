import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { repositoriesOf } from '../simulator/ecr/ecrService.ts';
import type { SimulatedAccount } from '../simulator/simulatedAccount.ts';
import { eventually } from '../support/eventually.ts';
import { useSimulatedAws } from './support/simulatedAws.ts';
import { fargate, open, problem, write } from './support/taskDefinitionFiles.ts';

const region = 'sa-east-1';
const settings = ['files', 'ignore', 'rules', 'tool'].map((name) => `ecs.taskDefinition.${name}`);
const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;

async function set(id: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(id, value, vscode.ConfigurationTarget.Workspace);
}

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The diff that Register shows before it asks whether to register. */
function diffOf(document: vscode.TextDocument): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(
    ({ input }) =>
      input instanceof vscode.TabInputTextDiff && input.modified.path.endsWith(`/to-register/${nameOf(document)}`),
  );
}

describe('Register in a window', () => {
  let aws: SimulatedAccount;

  before(async () => {
    aws = await useSimulatedAws();
    await vscode.commands.executeCommand('workbench.view.explorer');
    // A Region of its own: a connection that no other suite has used.
    await set('ecs.region', region);
  });

  afterEach(async () => {
    for (const id of [...settings, 'ecs.register.verify']) await set(id, undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(() => set('ecs.region', undefined));

  /** A test window answers no dialog: the question whether to register is left, and nothing changes. */
  async function assertOffered(document: vscode.TextDocument): Promise<void> {
    const mark = aws.ledger.mark();
    void vscode.commands.executeCommand('ecs.registerRevision', document.uri);
    await eventually(`the difference of ${nameOf(document)}`, () => diffOf(document));
    assert.deepEqual(aws.ledger.changes(mark), []);
  }

  async function assertRefused(document: vscode.TextDocument): Promise<void> {
    const mark = aws.ledger.mark();
    await vscode.commands.executeCommand('ecs.registerRevision', document.uri);
    assert.equal(diffOf(document), undefined);
    assert.deepEqual(aws.ledger.changes(mark), []);
  }

  it('takes a file for what the settings say that it is', async () => {
    const text = '{ "family": "odd", "containerDefinitions": [{ "name": "a", "image": "busybox:1", "memory": 64 }] }';
    const document = await open('register/agent-daemon.json', text);
    await assertRefused(document);
    await set('ecs.taskDefinition.files', { 'register/agent-*.json': 'taskDefinition' });
    await assertOffered(document);
  });

  it('counts the errors that Problems shows for the tool that is chosen', async () => {
    const document = await open('register/tool-task-definition.json', fargate({ flavour: 'ours', revision: 3 }));
    await problem(document, 'TD001', error);
    await assertRefused(document);
    await set('ecs.taskDefinition.tool', 'github-action');
    await problem(document, 'TD001', warning);
    await problem(document, 'TD002', vscode.DiagnosticSeverity.Information);
    await assertOffered(document);
  });

  it('counts the errors that Problems shows for the tool that sibling files show, though nobody has opened the file', async () => {
    const action = 'aws-actions/amazon-ecs-deploy-task-definition@v2';
    const step = { uses: action, with: { 'task-definition': 'register/sibling-task-definition.json' } };
    await write('.github/workflows/register.yml', JSON.stringify({ jobs: { deploy: { steps: [step] } } }));
    const uri = await write('register/sibling-task-definition.json', fargate({ flavour: 'ours' }));
    void vscode.commands.executeCommand('ecs.registerRevision', uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await eventually('the difference', () => diffOf(document));
    await problem(document, 'TD001', warning);
  });

  it('passes over rules that are ignored in the file', async () => {
    // The workflow of the other file would count for this one, too.
    await set('ecs.taskDefinition.tool', 'aws-cli');
    const document = await open('register/ignored-task-definition.json', fargate({ flavour: 'ours' }));
    await problem(document, 'TD001', error);
    await assertRefused(document);
    await set('ecs.taskDefinition.ignore', { 'register/ignored-*.json': ['TD001'] });
    await assertOffered(document);
  });

  it('verifies the file with its placeholders filled in, and shows what is wrong where it stands', async () => {
    const repository = `${aws.account.id}.dkr.ecr.${region}.amazonaws.com/shop/web`;
    const images = new Map([['1.0', { pushedAt: new Date(0), platforms: ['linux/amd64'] }]]);
    repositoriesOf(aws.account).set('shop/web', images);
    await write('verified/.env', 'TAG=1.1\n');
    const image = `${repository}:\${TAG}`;
    const container = { name: 'web', image, essential: true };
    const document = await open('verified/task-definition.json', fargate({ containerDefinitions: [container] }));
    await set('ecs.register.verify', true);
    await vscode.commands.executeCommand('ecs.registerRevision', document.uri);
    assert.equal(diffOf(document), undefined);
    const found = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'ecs account');
    const wrong = found.find(({ message }) => message.includes('1.1'));
    assert.equal(wrong && document.getText(wrong.range), JSON.stringify(image), JSON.stringify(found));
  });

  it('offers to create the log group that is missing, or to have the task create it', async () => {
    const options = { 'awslogs-group': '/ecs/lantern', 'awslogs-region': region, 'awslogs-stream-prefix': 'web' };
    const image = 'public.ecr.aws/nginx/nginx:1.27';
    const web = { name: 'web', image, essential: true, logConfiguration: { logDriver: 'awslogs', options } };
    const document = await open('missing/task-definition.json', fargate({ containerDefinitions: [web] }));
    const verified = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ source, message }) => source === 'ecs account' && message.includes('/ecs/lantern'));
    void vscode.commands.executeCommand('ecs.verifyAgainstAccount', document.uri);
    const [finding] = await eventually('the finding', () => (verified().length > 0 ? verified() : undefined));
    const { range } = finding ?? assert.fail();
    const actions = await eventually('its repairs', async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return all.some(({ title }) => title.includes('log group')) ? all : undefined;
    });
    assert.match(actions[0]?.title ?? '', /^Create log group \/ecs\/lantern…$/);
    assert.match(actions[1]?.title ?? '', /its execution role needs logs:CreateLogGroup/);
    const edit = actions[1]?.edit ?? assert.fail();
    await vscode.workspace.applyEdit(edit);
    assert.match(document.getText(), /"awslogs-group": "\/ecs\/lantern",\s+"awslogs-create-group": "true",/);
    await eventually('the end of the finding', () => verified().length === 0);
  });

  it('is offered as a task for every file with a name of the table', async () => {
    const names = ['TASKDEF.prod.json', 'Task Definition.jsonc', 'my_task_def.json.tpl'];
    for (const name of names) await write(`named/${name}`, fargate());
    await write('named/task-defaults.json', '{}');
    await eventually('the tasks', async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: 'ecs' });
      const files = tasks.map(({ definition }) => String(definition['file']));
      assert.ok(!files.includes('named/task-defaults.json'));
      return names.every((name) => files.includes(`named/${name}`));
    });
  });
});
