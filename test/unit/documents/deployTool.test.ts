import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { beforeEach, describe, it } from 'node:test';
import type { TextDocument } from 'vscode';
import { lintFolder } from '../../support/lintFolder.ts';
import { stage, Uri, window, workspace } from '../../support/vscodeStandIn.ts';

const { readWithSiblings } = await import('../../../src/ui/common/documents/readDocument.ts');
const { LanguageStatus } = await import('../../../src/ui/editor/status/languageStatus.ts');

const definition = '{ "family": "shop", "containerDefinitions": [{ "name": "web", "image": "b:1", "memory": 128 }] }';
const deploy = (path: string): string =>
  `jobs:\n  deploy:\n    steps:\n      - uses: aws-actions/amazon-ecs-deploy-task-definition@v2\n        with:\n          task-definition: ${path}\n`;
const files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.github/workflows/deploy.yml': deploy('services/api/deploy/task-definition.json'),
  'services/api/deploy/task-definition.json': definition,
  'services/api/other/task-definition.json': definition,
  'services/api/stranger/task-definition.json': '{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": {} }',
  'services/api/package.json': '{ "name": "x" }',
};

async function open(path: string): Promise<TextDocument> {
  const document = (await workspace.openTextDocument(Uri.file(path))) as unknown as TextDocument;
  window.activeTextEditor = { document };
  return document;
}

/** What the language status shows of the active file. */
function shown(): Record<string, string> {
  stage.status.clear();
  const noConnections = { ownText: () => undefined };
  const status = new LanguageStatus(noConnections as unknown as ConstructorParameters<typeof LanguageStatus>[0]);
  const items = [...stage.status].map(([id, { text, detail = '' }]) => [id, `${text} | ${detail}`]);
  status.dispose();
  return Object.fromEntries(items) as Record<string, string>;
}

describe('the deploy tool of an open file', () => {
  beforeEach(() => stage.clear());

  it('is found in the repository, which may begin above the folder that is open', async () => {
    using folder = lintFolder(files);
    stage.folder = join(folder.path, 'services/api');
    const document = await open(join(folder.path, 'services/api/deploy/task-definition.json'));
    const { context } = await readWithSiblings(document);
    assert.deepEqual(context.uses, [{ tool: 'github-action', by: '.github/workflows/deploy.yml' }]);
    assert.equal(shown()['ecs.deployTool'], '$(tools) Checked for GitHub action | by .github/workflows/deploy.yml');
    const other = await open(join(folder.path, 'services/api/other/task-definition.json'));
    assert.equal((await readWithSiblings(other)).context.tool, undefined);
    assert.equal(
      shown()['ecs.deployTool'],
      '$(tools) Checked for GitHub action | by .github/workflows/deploy.yml, which deploys others',
    );
    stage.settings = { 'ecs.taskDefinition.tool': 'ecspresso' };
    Object.assign(other, { version: 2 });
    assert.equal(shown()['ecs.deployTool'], '$(tools) Checked for ecspresso | chosen in the settings');
  });

  it('is nobody’s where the name promises a task definition and the text denies it, and the status says so', async () => {
    using folder = lintFolder(files);
    stage.folder = join(folder.path, 'services/api');
    await open(join(folder.path, 'services/api/stranger/task-definition.json'));
    assert.deepEqual(shown(), {
      'ecs.fileKind':
        '$(circle-slash) Not checked | it seems to be a CloudFormation template; only what is handed to ECS itself is checked',
    });
    await open(join(folder.path, 'services/api/package.json'));
    assert.deepEqual(shown(), {});
    stage.folder = '';
  });
});
