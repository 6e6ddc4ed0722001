import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
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

  for (const scope of ['file', 'workspace'] as const) {
    it(`are written by the quick fix that silences a rule in this ${scope}`, async () => {
      const document = await open(`settings/${scope}/task-definition.json`, fargate({ memory: '4096' }));
      const other = await open(`settings/${scope}/other-task-definition.json`, fargate({ memory: '4096' }));
      const { range } = await problem(document, 'TD024');
      await problem(other, 'TD024');
      const action = (await actionsAt(document, range)).find(
        ({ title }) => title === `Do not report TD024 in this ${scope}`,
      );
      assert.ok(action?.command);
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
      await noProblem(document, 'TD024');
      if (scope === 'workspace') await noProblem(other, 'TD024');
      else assert.ok(problemsOf(other).some((one) => ruleOf(one) === 'TD024'));
    });
  }

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
