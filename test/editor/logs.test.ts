import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { DescribeTasksCommand, StopTaskCommand } from '@aws-sdk/client-ecs';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually.ts';
import { type LoggingService, startLoggingService } from '../support/loggingService.ts';

describe('logs', () => {
  let service: LoggingService;
  let first = '';

  before(async () => {
    service = await startLoggingService();
    [first = ''] = await service.tasks();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await service.close();
  });

  const target = () => ({
    resource: {
      kind: 'service',
      connection: service.connection,
      clusterArn: service.clusterArn,
      serviceArn: service.serviceArn,
    },
  });

  /** The channel as it is in view. */
  function channel(): vscode.TextDocument | undefined {
    const editors = vscode.window.visibleTextEditors.map((editor) => editor.document);
    return editors.find((document) => document.uri.scheme === 'output' && document.languageId === 'ecs-log');
  }

  async function until(condition: () => boolean | undefined, what: string): Promise<void> {
    await eventually(() => `${what}, after ${channel()?.getText().slice(-2000)},`, condition);
  }

  const shows = (text: string) => until(() => channel()?.getText().includes(text), `the channel shows “${text}”`);
  const count = (text: string): number => (channel()?.getText().split(text).length ?? 1) - 1;

  it('streams a service: past and present, with task, container and level, JSON on one line', async () => {
    service.write(first, ['{"level":"warn","msg":"slow answer","path":"/cart","ms":812}'], 5000);
    await vscode.commands.executeCommand('ecs.streamLogs', target());
    await shows('WARN  slow answer  path=/cart ms=812');
    service.write(first, ['2026-11-23 ERROR no more stock']);
    await shows('ERROR 2026-11-23 ERROR no more stock');
    assert.match(channel()?.getText() ?? '', new RegExp(`${first.split('/').at(-1)?.slice(0, 8)} app +ERROR`));
  });

  it('keeps a stack trace together and lets it fold', async () => {
    service.write(first, [
      'java.lang.IllegalStateException: closed',
      '\tat shop.Cart.add(Cart.java:12)',
      '\tat shop.Main.main(Main.java:3)',
    ]);
    await shows('│ \tat shop.Main.main(Main.java:3)');
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      channel()?.uri,
    );
    assert.ok(folds.some((fold) => fold.end - fold.start === 2));
  });

  it('makes ARNs links', async () => {
    service.write(first, [`denied for ${first}`]);
    await shows(`denied for ${first}`);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      channel()?.uri,
    );
    assert.ok(links.some((link) => link.target?.authority === 'console.aws.amazon.com'));
  });

  it('pauses and goes on without losing or repeating a line', async () => {
    await vscode.commands.executeCommand('ecs.pauseLogs');
    await shows('Paused');
    service.write(first, ['written while paused']);
    await vscode.commands.executeCommand('ecs.resumeLogs');
    await shows('written while paused');
    assert.equal(count('written while paused'), 1);
    assert.equal(count('slow answer'), 1);
  });

  it('rests while nobody looks, and goes on when it is seen again', async () => {
    const settings = vscode.workspace.getConfiguration('ecs.logs');
    await settings.update('pauseHiddenAfter', 0.01, vscode.ConfigurationTarget.Global);
    try {
      await vscode.commands.executeCommand('workbench.action.closePanel');
      const { sessions } = service.group.logs;
      await until(() => sessions.size === 0, 'the live session ends');
      service.write(first, ['written while hidden']);
      await vscode.commands.executeCommand('ecs.streamLogs', target());
      await shows('written while hidden');
      assert.equal(count('written while hidden'), 1);
    } finally {
      await settings.update('pauseHiddenAfter', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('tells why a task stopped', async () => {
    const [, second = ''] = await service.tasks();
    await service.ecs.send(new StopTaskCommand({ cluster: 'shop', task: second, reason: 'Enough of it' }));
    await shows('Enough of it');
  });

  it('stops', async () => {
    await vscode.commands.executeCommand('ecs.stopLogs');
    await shows('── Stopped');
    await until(() => service.group.logs.sessions.size === 0, 'the live session ends');
  });

  it('opens all that a stopped task wrote as a document with an outline', async () => {
    service.write(first, ['FATAL out of memory']);
    await service.ecs.send(new StopTaskCommand({ cluster: 'shop', task: first, reason: 'Over' }));
    await eventually('the end of the task', async () => {
      const { tasks } = await service.ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: [first] }));
      return tasks?.[0]?.lastStatus === 'STOPPED';
    });
    const task = { kind: 'task', connection: service.connection, clusterArn: service.clusterArn, taskArn: first };
    await vscode.commands.executeCommand('ecs.openLogs', { resource: task });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'ecs-log');
    const text = document?.getText() ?? '';
    assert.ok(text.includes('no more stock') && text.includes('FATAL out of memory'), text);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document?.uri,
    );
    assert.ok(symbols.some((symbol) => symbol.name.includes('out of memory')));
  });

  it('folds a long document from its first block to its last', async () => {
    const block = '12:00:00.001 3f2a91c0 app ERROR bad\n      │ at a\n';
    const content = block + '12:00:00.002 3f2a91c0 app INFO  x\n'.repeat(60_000) + block;
    const document = await vscode.workspace.openTextDocument({ language: 'ecs-log', content });
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [0, 1],
        [60_002, 60_003],
      ],
    );
  });
});
