import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';

/** Opens a new document as if it were a file of this name, and shows it. */
async function open(name: string, text: string, language = 'json'): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder');
  const uri = vscode.Uri.joinPath(folder, 'opened', name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.languages.setTextDocumentLanguage(
    await vscode.workspace.openTextDocument(uri),
    language,
  );
  await vscode.window.showTextDocument(document);
  return document;
}

/** Waits until the errors that we find in the document are as they should be; advice does not count. */
async function problems(
  document: vscode.TextDocument,
  isRight: (rules: string[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  let rules: string[] = [];
  return eventually(
    () => `The right problems of ${document.uri.path} instead of ${JSON.stringify(rules)}`,
    () => {
      const ours = vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ source, severity }) => source === 'ecs' && severity === vscode.DiagnosticSeverity.Error);
      rules = ours.map(({ code }) => (typeof code === 'object' ? String(code.value) : ''));
      return isRight(rules) && ours;
    },
  );
}

/** Waits until a file that is opened now has been judged: what came before it has had its turn. */
async function judged(name: string): Promise<void> {
  await problems(await open(name, fargate('256', '4096')), (rules) => rules.length > 0);
}

const fargate = (cpu: string, memory: string): string =>
  JSON.stringify(
    {
      family: 'web',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu,
      memory,
      executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
      containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', essential: true }],
    },
    undefined,
    2,
  );

describe('a task-definition file', () => {
  it('shows what ECS would refuse, in numbers, with a link', async () => {
    const document = await open('task-definition.json', fargate('256', '4096'));
    const [problem] = await problems(document, (rules) => rules.includes('TD023') || rules.length > 0);
    assert.ok(problem);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    assert.match(problem.message, /256 CPU units/);
    assert.match(problem.message, /512, 1024 or 2048/);
    assert.ok(typeof problem.code === 'object' && problem.code.target.authority === 'docs.aws.amazon.com');
  });

  it('is right again after its quick fix', async () => {
    const document = await open('fixed-task-definition.json', fargate('256', '4096'));
    const [problem] = await problems(document, (rules) => rules.length > 0);
    assert.ok(problem);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
    );
    const preferred = actions.find(({ isPreferred, edit }) => isPreferred && edit);
    assert.ok(preferred?.edit, JSON.stringify(actions.map(({ title }) => title)));
    await vscode.workspace.applyEdit(preferred.edit);
    await problems(document, (rules) => rules.length === 0);
  });

  it('is recognised by its content whatever its name', async () => {
    const document = await open('deploy.json', fargate('256', '4096'));
    await problems(document, (rules) => rules.length > 0);
  });

  it('follows the typing', async () => {
    const document = await open('typed-task-definition.json', fargate('256', '512'));
    await problems(document, (rules) => rules.length === 0);
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf('"512"');
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 5)), '"513"');
    await vscode.workspace.applyEdit(edit);
    await problems(document, (rules) => rules.length > 0);
  });

  it('gets no second report of a syntax error that VS Code shows already', async () => {
    const document = await open('broken-task-definition.json', '{ "family": "web", "containerDefinitions": [ }');
    await eventually('VS Code’s own report', () =>
      vscode.languages.getDiagnostics(document.uri).some(({ source }) => source !== 'ecs'),
    );
    await judged('broken-beside-task-definition.json');
    const all = vscode.languages.getDiagnostics(document.uri);
    const lines = all.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    const places = lines.map(({ range }) => `${range.start.line}:${range.start.character}`);
    assert.equal(new Set(places).size, places.length, JSON.stringify(lines.map(({ message }) => message)));
  });

  it('is left alone when it is not ours', async () => {
    const strangers: Record<string, string> = {
      'package.json': '{ "name": "x", "version": "1.0.0" }',
      'template.json': '{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": {} }',
      'large.json': `{ "list": [${'"containerDefinitions",'.repeat(50_000)}"end"] }`,
    };
    const opened: vscode.TextDocument[] = [];
    for (const [name, text] of Object.entries(strangers)) opened.push(await open(name, text));
    await judged('beside-strangers-task-definition.json');
    for (const { uri } of opened)
      assert.deepEqual(
        vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'ecs'),
        [],
        uri.path,
      );
  });

  it('of a megabyte does not hold the editor up', async () => {
    const environment = Array.from({ length: 12_000 }, (_, i) => ({ name: `VARIABLE_${i}`, value: 'x'.repeat(40) }));
    const text = JSON.stringify(
      { family: 'big', containerDefinitions: [{ name: 'a', image: 'b', environment }] },
      undefined,
      1,
    );
    await open('big-task-definition.json', text);
    await judged('beside-big-task-definition.json');
  });
});

describe('completion and hover in a task-definition file', () => {
  it('offers memory sizes that go with the CPU, and the accepted text is right', async () => {
    const document = await open('complete-task-definition.json', fargate('512', '512'));
    await problems(document, (rules) => rules.length > 0);
    const at = document.positionAt(document.getText().indexOf('"memory": "512') + '"memory": "5'.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    const sizes = list.items.filter(({ sortText }) => sortText?.startsWith('!a')).map(({ label }) => nameOf(label));
    assert.deepEqual(sizes.slice(0, 4), ['1024', '2048', '3072', '4096'], JSON.stringify(sizes));
  });

  it('says what a field means, with its unit', async () => {
    const document = await open('hover-task-definition.json', fargate('512', '1024'));
    const at = document.positionAt(document.getText().indexOf('"memory"') + 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(texts.join('\n'), /MiB/);
  });
});

function nameOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}
