import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { fargate, open, positionOf, problem, problemsOf } from './support/taskDefinitionFiles.ts';

const templateLanguage = 'ecs-taskdef-template';
const unquoted = fargate({ family: 'CPU', cpu: 'HERE' }).replace('"HERE"', '${cpu}').replace('"CPU"', '"shop"');

/** Waits until a template that is opened now has got its language: what came before it has had its turn. */
async function templateTaken(path: string): Promise<void> {
  const document = await open(path, unquoted);
  await eventually('the language', () => document.languageId === templateLanguage);
}

describe('a task definition with placeholders without quotes', () => {
  it('gets a language of its own, in which nobody calls it broken', async () => {
    const document = await open('template/task-definition.json', unquoted);
    await eventually('the language', () => document.languageId === templateLanguage);
    await eventually('silence', () =>
      vscode.languages.getDiagnostics(document.uri).every(({ source }) => source === 'ecs'),
    );
    const errors = problemsOf(document).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    // Strict tools refuse a file that is no JSON; that is all there is to say.
    assert.deepEqual(
      errors.filter(({ message }) => !/JSON/i.test(message)).map(({ message }) => message),
      [],
    );
  });

  it('has an outline and folds', async () => {
    const document = await open('template/outline-task-definition.json', unquoted);
    await eventually('the language', () => document.languageId === templateLanguage);
    const symbols = await eventually('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.length ? found : undefined;
    });
    assert.ok(symbols.some(({ name, children }) => name === 'containerDefinitions' && children[0]?.name === 'web'));
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(folds.some(({ start }) => start === 0));
  });

  it('still has what is wrong found in it', async () => {
    const document = await open('template/wrong-task-definition.json', unquoted.replace('"awsvpc"', '"bridge"'));
    await eventually('the language', () => document.languageId === templateLanguage);
    assert.match((await problem(document, 'TD020')).message, /awsvpc/);
  });

  it('is recognised by a name that says template', async () => {
    const document = await open('template/my-task-definition.json.tpl', unquoted);
    assert.equal(document.languageId, templateLanguage);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      positionOf(document, '"awsvpc"', 3),
    );
    assert.ok(list.items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'awsvpc'));
  });

  it('stays JSON when somebody says so', async () => {
    const document = await open('template/stays-task-definition.json', unquoted);
    await eventually('the language', () => document.languageId === templateLanguage);
    const back = await vscode.languages.setTextDocumentLanguage(document, 'json');
    await templateTaken('template/after-stays-task-definition.json');
    assert.equal(back.languageId, 'json');
  });
});

describe('a file that is JSON', () => {
  it('stays JSON, placeholders in quotes or not there', async () => {
    const opened: vscode.TextDocument[] = [];
    for (const [name, text] of Object.entries({
      'quoted-task-definition.json': fargate({ family: '${FAMILY}' }),
      'plain-task-definition.json': fargate(),
      'half-task-definition.json': '{ "family": "a", "cpu": $',
    }))
      opened.push(await open(`template/${name}`, text));
    await templateTaken('template/after-json-task-definition.json');
    for (const { languageId, uri } of opened) assert.equal(languageId, 'json', uri.path);
  });
});
