import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { parseServeOptions } from '../../simulator/serve.ts';

test('the server of the command line says where it is, and leaves nothing behind', async (t) => {
  const script = resolve(import.meta.dirname, '../../simulator/serve.ts');
  const server = spawn(process.execPath, [script, '--seed', 'shop', '--speed', '4'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => server.kill('SIGKILL'));
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stdout })) {
    said.push(line);
    if (line.startsWith('Profiles:')) break;
  }
  const text = said.join('\n');
  const url = /at (http:\/\/127\.0\.0\.1:\d+)$/m.exec(text)?.[1] ?? '';
  const file = /^export AWS_CONFIG_FILE=(.+)$/m.exec(text)?.[1] ?? '';
  assert.match(text, /Profiles: default, shop-dev, shop-prod/);
  assert.ok(existsSync(file));
  const answer = await fetch(url, { method: 'POST' });
  assert.equal(answer.status, 404);
  server.kill('SIGTERM');
  const [code] = (await once(server, 'exit')) as [number];
  assert.equal(code, 0);
  assert.equal(existsSync(join(file, '..')), false);
});

test('what the command line does not understand is said', () => {
  assert.deepEqual(parseServeOptions([]), { port: 0, seed: 'shop', speed: 1, limits: false });
  assert.throws(() => parseServeOptions(['--seed', 'ship']), /There is no seed ship\./);
  assert.throws(() => parseServeOptions(['--port', 'x']), /x is no port\./);
  assert.throws(() => parseServeOptions(['--speed', '0']), /0 is no speed\./);
  assert.throws(() => parseServeOptions(['--wide']), /--wide/);
});
