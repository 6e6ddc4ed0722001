import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { fargate, noProblem, open, positionOf, problem } from './support/taskDefinitionFiles.ts';

const twoContainers = fargate({
  containerDefinitions: [
    {
      name: 'web',
      image: 'public.ecr.aws/nginx/nginx:1.27',
      dependsOn: [{ containerName: 'cache', condition: 'START' }],
    },
    { name: 'cache', image: 'public.ecr.aws/docker/library/redis:7' },
  ],
});

describe('in a task definition', () => {
  it('a use of a container leads to it, and it to its uses', async () => {
    const document = await open('navigation/task-definition.json', twoContainers);
    const use = positionOf(document, '"cache"', 2);
    const definition = await eventually('the definition', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        use,
      );
      return found[0];
    });
    assert.equal(document.getText(definition.range), 'cache');
    assert.ok(definition.range.start.line > use.line);
    const uses = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      definition.range.start,
    );
    assert.equal(uses.length, 2);
  });

  it('a container is renamed wherever it is named', async () => {
    const document = await open('navigation/rename-task-definition.json', twoContainers);
    const edit = await eventually('the rename', async () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        positionOf(document, '"cache"', 2),
        'store',
      ),
    );
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText().split('"store"').length, 3);
    assert.ok(!document.getText().includes('"cache"'));
    await noProblem(document, 'TD056');
    await assert.rejects(async () =>
      vscode.commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        positionOf(document, '"store"', 2),
        'not a name',
      ),
    );
  });

  it('an image leads to its page', async () => {
    const document = await open('navigation/link-task-definition.json', twoContainers);
    const links = await eventually('links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.ok(links.some(({ target }) => target?.toString(true) === 'https://gallery.ecr.aws/nginx/nginx'));
  });

  it('sizes say what they mean', async () => {
    const document = await open('navigation/hint-task-definition.json', fargate());
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await eventually('hints', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        all,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['0.25 vCPU', '512 MiB'],
    );
  });

  it('describe output is repaired in one step by “fix all”', async () => {
    const described = {
      taskDefinition: { ...(JSON.parse(fargate()) as object), revision: 3, status: 'ACTIVE', pidMode: null, tags: [] },
    };
    const document = await open('navigation/described-task-definition.json', JSON.stringify(described, undefined, 2));
    await problem(document, 'TD003');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      all,
      vscode.CodeActionKind.SourceFixAll.value,
    );
    const [fix] = actions.filter(({ edit }) => edit);
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.deepEqual(JSON.parse(document.getText()), JSON.parse(fargate()));
  });

  it('a variable can be taken from a parameter', async () => {
    const text = fargate({
      containerDefinitions: [{ name: 'web', image: 'nginx', environment: [{ name: 'PASSWORD', value: 'x' }] }],
    });
    const document = await open('navigation/refactor-task-definition.json', text);
    const at = positionOf(document, '"PASSWORD"', 2);
    const actions = await eventually('refactorings', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
        vscode.CodeActionKind.Refactor.value,
      );
      return found.some(({ title }) => title.includes('PASSWORD')) ? found : undefined;
    });
    const action = actions.find(({ title }) => title.includes('PASSWORD'));
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    const [container] = (
      JSON.parse(document.getText()) as { containerDefinitions: { environment?: unknown; secrets?: unknown[] }[] }
    ).containerDefinitions;
    assert.equal(container?.environment, undefined);
    assert.equal(container?.secrets?.length, 1);
  });
});
