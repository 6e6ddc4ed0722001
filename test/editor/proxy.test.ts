import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'mocha';
import { commands, ConfigurationTarget, workspace } from 'vscode';
import type { SimulatedAccount } from '../simulator/simulatedAccount.ts';
import { eventually } from '../support/eventually.ts';
import { useSimulatedAws } from './support/simulatedAws.ts';

const set = (id: string, value: unknown): Thenable<void> =>
  workspace.getConfiguration().update(id, value, ConfigurationTarget.Global);

/** A proxy as companies have them: the only way to a host that this machine cannot find. */
function startProxy(behind: SimulatedAccount, seen: string[]): Promise<Server> {
  const server = createServer((incoming, response) => {
    const target = new URL(incoming.url ?? '/', 'http://unknown');
    seen.push(target.host);
    const { method, headers } = incoming;
    const path = `${target.pathname}${target.search}`;
    const onward = request({ host: '127.0.0.1', port: behind.port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('a window behind a proxy', () => {
  let aws: SimulatedAccount;
  let proxy: Server;
  const seen: string[] = [];

  before(async () => {
    aws = await useSimulatedAws();
    proxy = await startProxy(aws, seen);
    const { accessKeyId, secretAccessKey } = aws.account.credential;
    const keys = `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}`;
    await set('http.proxy', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    await writeFile(
      process.env['AWS_CONFIG_FILE'] ?? assert.fail('no AWS_CONFIG_FILE'),
      `[profile proxied]\nregion = eu-west-1\nendpoint_url = http://aws.example.test\n${keys}\n`,
    );
    await set('ecs.profile', 'proxied');
  });

  after(async () => {
    await set('ecs.profile', undefined);
    await set('http.proxy', undefined);
    proxy.close();
    await useSimulatedAws();
  });

  it('reaches AWS through it', async () => {
    const mark = aws.ledger.mark();
    await commands.executeCommand('ecs.explorer.focus');
    await commands.executeCommand('ecs.refresh');
    await eventually('a question for clusters', () => aws.ledger.count('ecs:ListClusters', mark) > 0);
    assert.ok(seen.includes('aws.example.test'));
  });
});
