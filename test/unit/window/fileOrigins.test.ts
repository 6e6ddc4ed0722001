import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { TextDocument, Uri as VscodeUri } from 'vscode';
import type { Connection } from '../../../src/aws/connection/connection.ts';
import { SHOP_REGION, seedShop } from '../../simulator/seed/shop.ts';
import { type SimulatedAccount, startSimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { useAwsFiles } from '../../support/awsFiles.ts';
import { documentEvents, stage, Uri, virtualText, workspace } from '../../support/vscodeStandIn.ts';

const { Connections } = await import('../../../src/ui/common/connections/connections.ts');
const { FileOrigins } = await import('../../../src/ui/common/connections/fileOrigins.ts');
const { Workbench } = await import('../../../src/ui/common/workbench.ts');
const openTaskDefinition = await import('../../../src/ui/explorer/commands/openTaskDefinition.ts');
const compareRevisions = await import('../../../src/ui/explorer/commands/compareRevisions.ts');
const { registerDocument } = await import('../../../src/ui/change/taskDefinition/registerRevision.ts');
const { FileConnections } = await import('../../../src/ui/editor/status/fileConnections.ts');
const { CodeLenses } = await import('../../../src/ui/editor/language/codeLenses.ts');

const region = SHOP_REGION;
const family = 'checkout-dev';
const path = `/${family}-3.task-definition.json`;
const settings = (more: object = {}) => ({
  'ecs.profile': 'dev',
  'ecs.region': region,
  'ecs.connections': [{ profile: 'prod', region }],
  'ecs.fileConnections': {},
  'ecs.taskDefinition.codeLens': true,
  ...more,
});

/** Two accounts with the same names in them: what comes from one is never judged by the other. */
describe('what was opened from a connection', () => {
  let dev: SimulatedAccount;
  let prod: SimulatedAccount;
  let files: Awaited<ReturnType<typeof useAwsFiles>>;
  let connections: InstanceType<typeof Connections>;
  let workbench: InstanceType<typeof Workbench>;
  const memory = new Map<string, unknown>();
  const memento = {
    get: (key: string) => memory.get(key),
    update: async (key: string, value: unknown) => void memory.set(key, structuredClone(value)),
  };

  before(async () => {
    [dev, prod] = await Promise.all([
      startSimulatedAccount({ speed: 200 }),
      startSimulatedAccount({ speed: 200, accounts: [{ id: '999988887777' }] }),
    ]);
    seedShop(dev);
    seedShop(prod);
    const profile = (server: SimulatedAccount) => ({
      credential: server.account.credential,
      settings: { region, endpoint_url: server.url },
    });
    files = await useAwsFiles({ dev: profile(dev), prod: profile(prod) });
  });
  beforeEach(() => {
    workbench?.dispose();
    connections?.dispose();
    stage.clear();
    stage.documents.clear();
    memory.clear();
    workspace.textDocuments = [];
    stage.configure(settings());
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
    connections = new Connections(quiet as never, new FileOrigins(memento));
    workbench = new Workbench({ subscriptions: [] } as never, quiet as never, connections);
  });
  after(async () => {
    workbench.dispose();
    connections.dispose();
    await files.remove();
    await Promise.all([dev.close(), prod.close()]);
  });

  async function connectionTo(profile: string): Promise<Connection> {
    const root = (await connections.all()).find((one) => one.profile === profile);
    return (await root?.open()) ?? assert.fail();
  }

  async function open(connection: Connection, name = family): Promise<VscodeUri> {
    await openTaskDefinition.run(workbench, { resource: { kind: 'family', connection, family: name } });
    const uri = stage.shown.at(-1) ?? assert.fail();
    workspace.textDocuments.push(await workspace.openTextDocument(uri));
    return uri as never;
  }

  function close(uri: VscodeUri): void {
    workspace.textDocuments = (workspace.textDocuments as TextDocument[]).filter((one) => one.uri !== uri);
    documentEvents.closed.fire({ uri });
  }

  const profileOf = async (uri: VscodeUri): Promise<string> => (await connections.forUri(uri)).profileLabel;

  it('is judged and registered there, whatever is active', async () => {
    const uri = await open(await connectionTo('prod'), 'checkout-prod');
    assert.equal(await profileOf(uri), 'prod');
    stage.configure(settings({ 'ecs.connections': [] }));
    assert.equal(await profileOf(uri), 'prod');
    assert.equal((await connections.active()).profileLabel, 'dev');
    const file = JSON.parse(stage.documents.get(uri.path) ?? '') as { containerDefinitions: { image: string }[] };
    file.containerDefinitions[0]!.image = 'public.ecr.aws/nginx/nginx:1.28';
    stage.documents.set(uri.path, JSON.stringify(file));
    const marks = [dev, prod].map((server) => server.ledger.mark());
    stage.answer = () => 'Register';
    await registerDocument(workbench, (await workspace.openTextDocument(uri)) as never);
    const sent = [dev, prod].map((server, at) => server.ledger.changes(marks[at]).map(({ operation }) => operation));
    assert.deepEqual(sent, [[], ['RegisterTaskDefinition']]);
    const { args } = stage.executed.find(({ command }) => command === 'vscode.diff') ?? assert.fail();
    for (const side of args.slice(0, 2) as VscodeUri[]) assert.equal(await profileOf(side), 'prod');
  });

  it('shows where that is, above the file', async () => {
    const uri = await open(await connectionTo('prod'));
    const shown = new FileConnections(connections);
    const nothing = { onDidChange: () => ({ dispose: () => undefined }), get: () => undefined };
    const lenses = new CodeLenses(nothing as never, shown);
    const titles = async (of: VscodeUri): Promise<string[]> => {
      const document = (await workspace.openTextDocument(of)) as unknown as TextDocument;
      return lenses.provideCodeLenses(document).map(({ command }) => command?.title ?? '');
    };
    assert.equal(shown.ownText(uri), `prod · ${region}`);
    assert.equal((await titles(uri)).at(-1), `$(cloud)\u00A0prod · ${region}`);
    const plain = Uri.file('/plain.task-definition.json') as unknown as VscodeUri;
    stage.documents.set(plain.path, stage.documents.get(uri.path) ?? '');
    assert.equal(shown.ownText(plain), undefined);
    assert.ok(!(await titles(plain)).some((title) => title.includes('$(cloud)')));
    stage.configure(settings({ 'ecs.fileConnections': { 'plain*': { profile: 'prod', region } } }));
    assert.equal(shown.ownText(plain), `prod · ${region}`);
    lenses.dispose();
    shown.dispose();
  });

  it('is another file than what another account says of the same revision', async () => {
    const first = await open(await connectionTo('prod'));
    const second = await open(await connectionTo('dev'));
    assert.equal(first.path, path);
    assert.notEqual(first.path, second.path);
    assert.deepEqual([await profileOf(first), await profileOf(second)], ['prod', 'dev']);
  });

  it('hands its origin on to the file as which it is saved, and to no other', async () => {
    const uri = await open(await connectionTo('prod'));
    const [document] = workspace.textDocuments as TextDocument[];
    const saved = { uri: Uri.file('/work/saved.json'), getText: () => document!.getText() };
    const other = { uri: Uri.file('/work/other.json'), getText: () => '{}' };
    documentEvents.saved.fire(saved);
    documentEvents.saved.fire(other);
    // As after a change of its language.
    documentEvents.closed.fire(document);
    assert.equal(await profileOf(uri), 'prod');
    close(uri);
    assert.equal(await profileOf(saved.uri as never), 'prod');
    assert.equal(await profileOf(other.uri as never), 'dev');
    assert.equal(await profileOf(uri), 'dev', 'a closed one is forgotten');
  });

  it('comes back with a reload, as long as it was not saved', async () => {
    const uri = await open(await connectionTo('prod'));
    const later = new FileOrigins(memento);
    assert.deepEqual(later.get(uri), { profile: 'prod', region });
    close(uri);
    assert.equal(new FileOrigins(memento).get(uri), undefined);
    later.dispose();
  });

  it('is kept apart on the two sides of a diff', async () => {
    const sides = await Promise.all(['dev', 'prod'].map(connectionTo));
    const rows = await Promise.all(
      sides.map(async (connection) => {
        const { account } = await connection.identity();
        const taskDefinitionArn = `arn:aws:ecs:${region}:${account}:task-definition/${family}:3`;
        return { resource: { kind: 'revision', connection, taskDefinitionArn } };
      }),
    );
    await compareRevisions.run(workbench, rows[0], rows);
    const { command, args } = stage.executed.at(-1) ?? assert.fail();
    assert.equal(command, 'vscode.diff');
    const [left, right, title] = args as [VscodeUri, VscodeUri, string];
    assert.notEqual(left.path, right.path);
    assert.deepEqual([await profileOf(left), await profileOf(right)].sort(), ['dev', 'prod']);
    assert.match(title, /^[\w-]+:3 \(dev\) ↔ :3 \(prod\)$/);
    assert.ok(virtualText(left).length > 2);
  });
});
