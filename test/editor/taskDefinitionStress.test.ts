import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { fargate, open, positionOf, problem, problemsOf, write } from './support/taskDefinitionFiles.ts';

/** Everything that VS Code asks for while somebody writes. */
async function askEverything(document: vscode.TextDocument, position: vscode.Position): Promise<void> {
  const at = new vscode.Range(position, position);
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
    vscode.commands.executeCommand(command, document.uri, ...args);
  await Promise.all([
    run('vscode.executeCompletionItemProvider', position),
    run('vscode.executeHoverProvider', position),
    run('vscode.executeCodeActionProvider', at),
    run('vscode.executeDefinitionProvider', position),
    run('vscode.executeReferenceProvider', position),
    run('vscode.executeDocumentHighlights', position),
    run('vscode.executeLinkProvider'),
    run('vscode.executeInlayHintProvider', all),
    run('vscode.executeCodeLensProvider'),
    run('vscode.executeFoldingRangeProvider'),
  ]);
}

describe('under strain', () => {
  it('a file that is cut at any place gets answers, and no exception', async () => {
    const text = fargate();
    const document = await open('strain/cut-task-definition.json', text);
    for (let end = text.length; end > 0; end -= 67) {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text.slice(0, end));
      await vscode.workspace.applyEdit(edit);
      await askEverything(document, document.positionAt(end));
    }
  });

  it('a dozen open files are all judged, and judged anew when a setting changes', async () => {
    const documents: vscode.TextDocument[] = [];
    for (let i = 0; i < 12; i++) {
      const uri = await write(`strain/many/${i}-task-definition.json`, fargate({ memory: '4096' }));
      documents.push(await vscode.workspace.openTextDocument(uri));
    }
    for (const document of documents) await problem(document, 'TD024');
    const configuration = vscode.workspace.getConfiguration();
    await configuration.update('ecs.taskDefinition.rules', { TD024: 'off' }, vscode.ConfigurationTarget.Workspace);
    for (const document of documents) {
      await eventually('silence', () => problemsOf(document).every(({ message }) => !message.includes('4096')));
    }
    await configuration.update('ecs.taskDefinition.rules', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('an editor that is closed in the middle of everything leaves nothing behind', async () => {
    const document = await open('strain/closed-task-definition.json', fargate({ memory: '4096' }));
    await problem(document, 'TD024');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, '"family"'), ' ');
    await vscode.workspace.applyEdit(edit);
    const asked = askEverything(document, new vscode.Position(1, 3));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await asked.catch(() => undefined);
    await vscode.workspace.fs.delete(document.uri);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(document.isClosed ? problemsOf(document).length : 0, 0);
  });

  it('typing into a megabyte of somebody else’s JSON holds nothing up', async () => {
    await open('strain/first-task-definition.json', fargate());
    const other = await open(
      'strain/other.json',
      JSON.stringify(
        { list: Array.from({ length: 20_000 }, (_, i) => `value number ${i}, as long as that`) },
        undefined,
        1,
      ),
    );
    for (let i = 0; i < 20; i++) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(other.uri, new vscode.Position(1, 0), ' ');
      await vscode.workspace.applyEdit(edit);
    }
    // It holds up nothing that comes after it.
    await problem(await open('strain/last-task-definition.json', fargate({ memory: '4096' })), 'TD024');
    assert.deepEqual(problemsOf(other), []);
  });
});
