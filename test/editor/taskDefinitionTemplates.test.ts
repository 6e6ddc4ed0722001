import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { open } from './support/taskDefinitionFiles.ts';

/** What is offered at a place, first what VS Code shows first. */
async function offered(document: vscode.TextDocument, offset: number): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  );
  const key = (item: vscode.CompletionItem): string => item.sortText ?? labelOf(item);
  return list.items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).map(labelOf);
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

const ours = (labels: string[]): string[] => labels.filter((label) => label.startsWith('ecs-'));

describe('templates of task definitions', () => {
  it('come first in a file that is empty, of any name that is nobody’s', async () => {
    for (const [name, text] of [
      ['templates/blank.json', ''],
      ['templates/word.json', 'web'],
      ['templates/quoted.jsonc', '"we'],
      ['templates/task-definition.json', '\n\n'],
    ] as const) {
      const document = await open(name, text);
      const labels = await offered(document, text.length);
      assert.equal(labels[0], 'ecs-fargate-web', `${name}: ${labels.join()}`);
      assert.equal(new Set(ours(labels)).size, ours(labels).length, labels.join());
    }
  });

  it('are offered in a file without a name', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: '' });
    assert.ok(ours(await offered(document, 0)).length > 5);
  });

  it('are those of a service in a file of that name', async () => {
    const document = await open('templates/service-definition.json', '');
    assert.deepEqual(ours(await offered(document, 0)), [
      'ecs-service',
      'ecs-service-blue-green',
      'ecs-service-worker',
      'ecs-service-daemon',
    ]);
  });

  it('are nowhere else', async () => {
    for (const [name, text, behind] of [
      ['templates/package.json', '', ''],
      ['templates/package.json', '{\n  "name": "web"\n}', '"web'],
      ['templates/data.json', '{ "name": "web" }', '"web'],
      ['templates/data.json', '[ web ]', 'web'],
      ['templates/own-task-definition.json', '{\n  "family": "web"\n}', '"web'],
      ['templates/own-task-definition.json', '{\n  \n}', '{\n  '],
    ] as const) {
      const document = await open(name, text);
      const offset = text.indexOf(behind) + behind.length;
      assert.deepEqual(ours(await offered(document, offset)), [], `${name}: ${text}`);
    }
  });
});
