import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { TextDocument } from 'vscode';
import { type CommandStage, openStage, type Script } from '../change/commandStage.ts';
import { stage, Uri, workspace } from '../../support/vscodeStandIn.ts';

const { registerDocument } = await import('../../../src/ui/change/taskDefinition/registerRevision.ts');
const compareWithLatest = await import('../../../src/ui/editor/commands/compareWithLatest.ts');
const deployFile = await import('../../../src/ui/change/deployment/deployFile.ts');
const { CodeLenses } = await import('../../../src/ui/editor/language/codeLenses.ts');
const { FileConnections } = await import('../../../src/ui/editor/status/fileConnections.ts');

const uri = Uri.file('/work/tagged.task-definition.json');
const base = { family: 'tagged', cpu: '256', memory: '512', networkMode: 'awsvpc' };
const fileWith = (image: string, more: object = {}): string =>
  JSON.stringify({ ...base, ...more, containerDefinitions: [{ name: 'app', image }] });

/** A file that says nothing of tags is no other than the revision that kept them. */
describe('a file after “Keep the tags”', () => {
  let shop: CommandStage;
  let latest: unknown;

  before(async () => {
    stage.clear();
    stage.settings = { 'ecs.taskDefinition.codeLens': true };
    shop = await openStage();
    shop.workbench.revisionNews.event((news) => void (latest = news.latest));
    await register(fileWith('web:1', { tags: [{ key: 'team', value: 'shop' }] }), [['Register tagged:1?', 'Register']]);
    await register(fileWith('web:2'), [
      ['The file says nothing of tags', 'Keep the tags of tagged:1'],
      ['Register tagged:2?', 'Register'],
    ]);
  });
  after(() => shop.close());

  async function register(text: string, script: Script): Promise<void> {
    stage.documents.set(uri.path, text);
    await shop.act(async (workbench) => {
      await registerDocument(workbench, (await workspace.openTextDocument(uri)) as never);
    }, script);
  }

  it('is called registered, without a difference', async () => {
    const memory = { onDidChange: () => ({ dispose: () => undefined }), get: () => ({ latest }) };
    const shown = { ownText: () => undefined } as unknown as InstanceType<typeof FileConnections>;
    const lenses = new CodeLenses(memory as never, shown);
    const document = (await workspace.openTextDocument(uri)) as unknown as TextDocument;
    const titles = lenses.provideCodeLenses(document).map(({ command }) => command?.title);
    assert.equal(titles.at(-1), 'Registered as revision 2');
    lenses.dispose();
  });

  it('says, compared, exactly what the revision says', async () => {
    await shop.act((workbench) => compareWithLatest.run(workbench, uri), []);
    assert.equal(stage.said.at(-1)?.text, 'tagged:2 says exactly what the file says.');
  });

  it('is deployed as it is registered', async () => {
    await assert.rejects(shop.act((workbench) => deployFile.run(workbench, uri), []));
    assert.equal(stage.asked.at(-1)?.text, 'Deploy tagged:2: Service to deploy to');
  });

  it('differs where it does', async () => {
    stage.documents.set(uri.path, fileWith('web:3'));
    await shop.act((workbench) => compareWithLatest.run(workbench, uri), []);
    assert.equal(stage.executed.at(-1)?.command, 'vscode.diff');
  });
});
