import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { commands, ConfigurationTarget, Uri, type LogOutputChannel, window, workspace, WorkspaceEdit } from 'vscode';
import { Connections } from '../../src/ui/common/connections/connections.ts';
import type { ConnectionsChange } from '../../src/ui/common/connections/connectionChoice.ts';
import { guardRules } from '../../src/ui/common/connections/connectionSettings.ts';
import { eventually } from '../support/eventually.ts';
import { startSimulatedAccount, type SimulatedAccount } from '../simulator/simulatedAccount.ts';

const dev = '111122223333';
const prod = '444455556666';
const settings = ['ecs.profile', 'ecs.region', 'ecs.connections', 'ecs.fileConnections', 'ecs.productionGuard'];

const set = (id: string, value: unknown, target = ConfigurationTarget.Global): Thenable<void> =>
  workspace.getConfiguration().update(id, value, target);

/** The real settings, watchers and files of an editor, and connections of our own over them. */
describe('the connections of a window', () => {
  let server: SimulatedAccount;
  let folder: string;
  let log: LogOutputChannel;
  let connections: Connections;
  const environment = { ...process.env };

  const profile = (name: string, account: string, region = 'eu-west-3'): string => {
    const { accessKeyId, secretAccessKey } = server.accountById(account).credential;
    return [
      `[profile ${name}]`,
      `region = ${region}`,
      `endpoint_url = ${server.url}`,
      `aws_access_key_id = ${accessKeyId}`,
      `aws_secret_access_key = ${secretAccessKey}\n`,
    ].join('\n');
  };

  const config = (): string => join(folder, 'config');

  const next = (): Promise<ConnectionsChange> =>
    new Promise((resolve) => {
      const subscription = connections.onDidChange((change) => {
        subscription.dispose();
        resolve(change);
      });
    });

  before(async () => {
    server = await startSimulatedAccount({ accounts: [{ id: dev }, { id: prod }] });
    folder = await mkdtemp(join(tmpdir(), 'ecs-connections-'));
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
    process.env['AWS_CONFIG_FILE'] = config();
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'credentials');
    log = window.createOutputChannel('connections under test', { log: true });
  });

  beforeEach(async () => {
    await writeFile(config(), profile('dev', dev) + profile('prod', prod, 'eu-west-1'));
    connections = new Connections(log);
    await set('ecs.profile', 'dev');
  });

  afterEach(async () => {
    connections.dispose();
    for (const id of settings) {
      await set(id, undefined);
      await set(id, undefined, ConfigurationTarget.Workspace);
    }
  });

  after(async () => {
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
    Object.assign(process.env, environment);
    log.dispose();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const accountOf = async (file: string): Promise<string> => {
    const root = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder');
    const connection = await connections.forUri(Uri.joinPath(root, file));
    return (await connection.identity()).account;
  };

  it('are never a profile in the Region of the one before, while both are switched', async () => {
    await set('ecs.region', 'eu-west-3');
    await eventually('the first', async () => (await connections.active()).region === 'eu-west-3' || undefined);
    const seen = new Set<string>();
    const look = async (): Promise<void> => {
      const { profileLabel, region } = await connections.active();
      seen.add(`${profileLabel}@${region}`);
    };
    await look();
    const subscription = connections.onDidChange(() => void look());
    await connections.turn(async () => {
      await set('ecs.region', 'eu-west-1');
      await look();
      await set('ecs.profile', 'prod');
    });
    await look();
    subscription.dispose();
    assert.deepEqual([...seen], ['dev@eu-west-3', 'prod@eu-west-1']);
  });

  it('are the active one and the pinned ones, none of them twice', async () => {
    const labels = async () =>
      (await connections.all()).map(({ key, active, pinned }) =>
        [key, active && 'active', pinned && 'pinned'].filter(Boolean).join(' '),
      );
    assert.deepEqual(await labels(), ['dev@eu-west-3 active']);
    await set('ecs.connections', [{ profile: 'prod' }]);
    assert.deepEqual(await labels(), ['dev@eu-west-3 active', 'prod@eu-west-1 pinned']);
    await set('ecs.connections', [
      { profile: 'prod' },
      { profile: 'dev', region: 'eu-west-3' },
      { profile: 'prod', region: 'us-east-1' },
    ]);
    assert.deepEqual(await labels(), ['prod@eu-west-1 pinned', 'dev@eu-west-3 active pinned', 'prod@us-east-1 pinned']);
  });

  it('reach their own accounts, and stay while another is made active', async () => {
    await set('ecs.connections', [{ profile: 'prod' }]);
    const [first, second] = await connections.all();
    const other = await second?.open();
    assert.equal((await (await first?.open())?.identity())?.account, dev);
    assert.equal((await other?.identity())?.account, prod);
    const changed = next();
    await set('ecs.profile', 'prod');
    await changed;
    assert.equal(await connections.active(), other);
    assert.deepEqual((await other?.read('ecs', 'ListClusters', {}))?.clusterArns, []);
  });

  it('end what is in flight when nothing names them any more', async () => {
    const connection = await connections.active();
    server.faults.add({ operation: 'ecs:ListClusters', kind: 'hang' });
    const reading = connection.read('ecs', 'ListClusters', {});
    await set('ecs.profile', 'prod');
    await assert.rejects(reading, { kind: 'aborted' });
    server.faults.clear();
  });

  it('reach another Region with the profile of a connection, whichever is active', async () => {
    await set('ecs.connections', [{ profile: 'prod' }]);
    const [, pinned] = await connections.all();
    const connection = await pinned?.open();
    assert.ok(connection);
    const elsewhere = await connections.inRegion(connection, 'us-east-1');
    assert.equal(elsewhere.region, 'us-east-1');
    assert.equal((await elsewhere.identity()).account, prod);
    assert.equal(await connections.inRegion(connection, 'us-east-1'), elsewhere);
  });

  it('give a file to the account that its pattern names, whatever is active', async () => {
    await set('ecs.fileConnections', {
      'infra/**': { profile: 'dev' },
      'infra/prod/**': { profile: 'prod' },
      '*.prod.json': { profile: 'prod' },
      '**/.aws/**': { profile: 'prod' },
    });
    assert.equal(await accountOf('infra/task-definition.json'), dev);
    assert.equal(await accountOf('infra/prod/eu/task-definition.json'), prod);
    assert.equal(await accountOf('services/web.prod.json'), prod);
    assert.equal(await accountOf('infra/.aws/task-definition.json'), prod);
    assert.equal(await accountOf('other/task-definition.json'), dev);
  });

  it('keep a new file with the account that it came from, also as what it is saved', async () => {
    await set('ecs.connections', [{ profile: 'prod' }]);
    const [, pinned] = await connections.all();
    const connection = (await pinned?.open()) ?? assert.fail();
    const root = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder');
    const saved = Uri.joinPath(root, 'from-prod.task-definition.json');
    const uri = saved.with({ scheme: 'untitled' });
    const isOpen = (one: Uri): boolean =>
      workspace.textDocuments.some((open) => open.uri.toString() === one.toString());
    const account = async (one: Uri): Promise<string> => (await (await connections.forUri(one)).identity()).account;
    try {
      connections.origins.set(uri, connection);
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document);
      const edit = new WorkspaceEdit();
      edit.insert(uri, document.positionAt(0), '{ "family": "web", "containerDefinitions": [] }\n');
      await workspace.applyEdit(edit);
      assert.equal(await account(uri), prod);
      assert.ok(await document.save());
      await eventually('the new file to have given way', () => isOpen(saved) && !isOpen(uri));
      assert.equal(await account(saved), prod);
      assert.equal(await account(uri), dev);
      assert.equal(await account(Uri.joinPath(root, 'another.task-definition.json')), dev);
    } finally {
      await commands.executeCommand('workbench.action.closeAllEditors');
      await workspace.fs.delete(saved);
    }
  });

  it('give a file to nobody when its pattern names no profile', async () => {
    await set('ecs.fileConnections', { 'infra/**': { region: 'eu-west-1' } });
    await assert.rejects(accountOf('infra/task-definition.json'), /infra\/\*\*/);
  });

  it('begin again when their credentials are renewed in the files, and only those', async () => {
    await set('ecs.connections', [{ profile: 'prod' }]);
    const [first, second] = await connections.all();
    const connection = await first?.open();
    await second?.open();
    await connection?.identity();
    const old = server.accountById(dev).credential;
    const renewed = server.accountById(dev).addCredential();
    server.world.credentials.remove(old.accessKeyId);
    const changed = next();
    const text = await readFile(config(), 'utf8');
    await writeFile(
      config(),
      text.replace(old.accessKeyId, renewed.accessKeyId).replace(old.secretAccessKey, renewed.secretAccessKey),
    );
    assert.deepEqual((await changed).restarted, ['dev@eu-west-3']);
    assert.deepEqual((await connection?.read('ecs', 'ListClusters', {}))?.clusterArns, []);
    server.world.credentials.add(old);
  });

  it('lead elsewhere when the files say so', async () => {
    const connection = await connections.active();
    assert.equal((await connection.identity()).account, dev);
    const changed = next();
    await writeFile(config(), profile('dev', prod));
    assert.deepEqual((await changed).restarted, ['dev@eu-west-3']);
    await assert.rejects(connection.read('ecs', 'ListClusters', {}), { kind: 'aborted' });
    assert.equal((await (await connections.active()).identity()).account, prod);
  });

  it('say that a profile which was missing is there now', async () => {
    await set('ecs.profile', 'late');
    await assert.rejects(connections.active(), { kind: 'badProfile' });
    const changed = next();
    await appendFile(config(), profile('late', prod));
    await changed;
    assert.equal((await (await connections.active()).identity()).account, prod);
  });

  it('keep a protection that the person set, whatever the workspace says', async () => {
    await set('ecs.productionGuard', { prod: 'read-only', dev: 'none' });
    await set('ecs.productionGuard', { prod: 'none', 'shop-*': 'none', dev: 'confirm' }, ConfigurationTarget.Workspace);
    assert.deepEqual(guardRules(), { prod: 'read-only', dev: 'confirm' });
  });
});
