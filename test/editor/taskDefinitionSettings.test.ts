import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { fargate, noProblem, open, problem, problemsOf, ruleOf } from './support/taskDefinitionFiles.ts';

const settings = ['files', 'ignore', 'rules', 'tool'].map((name) => `ecs.taskDefinition.${name}`);

async function set(id: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(id, value, vscode.ConfigurationTarget.Workspace);
}

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
}

describe('settings of task definitions', () => {
  afterEach(async () => {
    for (const id of settings) await set(id, undefined);
  });

  it('lower and silence a rule at once', async () => {
    const document = await open('settings/task-definition.json', fargate({ memory: '4096' }));
    await problem(document, 'TD024', vscode.DiagnosticSeverity.Error);
    await set('ecs.taskDefinition.rules', { TD024: 'hint' });
    await problem(document, 'TD024', vscode.DiagnosticSeverity.Hint);
    await set('ecs.taskDefinition.rules', { TD024: 'off' });
    await noProblem(document, 'TD024');
  });

  it('are written by the one quick fix, the last, that silences what was found', async () => {
    const document = await open('settings/file/task-definition.json', fargate({ memory: '4096' }));
    const other = await open('settings/file/other-task-definition.json', fargate({ memory: '4096' }));
    const { range } = await problem(document, 'TD024');
    await problem(other, 'TD024');
    const all = await actionsAt(document, range);
    const actions = all.filter(({ kind }) => kind && vscode.CodeActionKind.QuickFix.contains(kind));
    const silencing = actions.filter(({ title }) => title.startsWith('Do not report'));
    assert.deepEqual(
      silencing.map(({ title }) => title),
      ['Do not report TD024…'],
    );
    const last = actions.at(-1);
    assert.equal(last, silencing[0]);
    assert.ok(last?.command);
    let isDone = false;
    void vscode.commands
      .executeCommand(last.command.command, ...(last.command.arguments ?? []))
      .then(() => (isDone = true));
    // The first place is the file; it is taken as soon as the question stands.
    await eventually('the answer', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    });
    await noProblem(document, 'TD024');
    assert.ok(problemsOf(other).some((one) => ruleOf(one) === 'TD024'));
  });

  it('offer the repair of a password in plain text first, and that of a comma which VS Code complains of', async () => {
    const environment = [{ name: 'DB_PASSWORD', value: 'correct-horse' }];
    const container = { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', essential: true, environment };
    const text = JSON.stringify({ family: 'web', containerDefinitions: [container] }, undefined, 2);
    const document = await open('settings/password-task-definition.json', text);
    const [first] = await actionsAt(document, (await problem(document, 'TD079')).range);
    assert.equal(first?.title, 'Take DB_PASSWORD from a parameter');

    const broken = await open('settings/comma-task-definition.json', text.replace(/\}\n\s*\]\n\}$/, '},\n  ]\n}'));
    const comma = broken.getText().lastIndexOf(',');
    const range = new vscode.Range(broken.positionAt(comma), broken.positionAt(comma + 1));
    const [repair] = await actionsAt(broken, range);
    assert.equal(repair?.title, 'Remove the trailing comma');
    assert.ok(repair.isPreferred);
  });

  it('leave a repair of all that is certain, worked out when it is chosen', async () => {
    const document = await open('settings/all-task-definition.json', fargate({ revision: 3, status: 'ACTIVE' }));
    const { range } = await problem(document, 'TD002');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      100,
    );
    const all = actions.find(({ title }) => title === 'Make all certain repairs in this file');
    assert.ok(all?.edit);
    await vscode.workspace.applyEdit(all.edit);
    await noProblem(document, 'TD002');
    assert.doesNotMatch(document.getText(), /revision|status/);
  });

  it('say what a file is, where it is judged wrongly', async () => {
    const odd = '{ "taskRoleArn": 5 }';
    const document = await open('settings/odd.json', odd);
    await open('settings/first-task-definition.json', fargate());
    await set('ecs.taskDefinition.files', { 'settings/odd.json': 'taskDefinition' });
    await problem(document, 'TD006', vscode.DiagnosticSeverity.Error);
    await set('ecs.taskDefinition.files', { 'settings/*.json': 'other' });
    await noProblem(document, 'TD006');
  });

  it('make the rules those of the deploy tool', async () => {
    const document = await open('settings/tool-task-definition.json', fargate({ revision: 3 }));
    await problem(document, 'TD002', vscode.DiagnosticSeverity.Error);
    await set('ecs.taskDefinition.tool', 'github-action');
    await problem(document, 'TD002', vscode.DiagnosticSeverity.Information);
  });

  it('survive nonsense', async () => {
    const document = await open('settings/nonsense-task-definition.json', fargate({ memory: '4096' }));
    await set('ecs.taskDefinition.rules', { TD024: 'loud', nonsense: 5 });
    await set('ecs.taskDefinition.files', { '[[': 'taskDefinition', '**/*': 'nothing' });
    await set('ecs.taskDefinition.ignore', { 'settings/nonsense-task-definition.json': 'TD020' });
    await problem(document, 'TD024', vscode.DiagnosticSeverity.Error);
  });
});
