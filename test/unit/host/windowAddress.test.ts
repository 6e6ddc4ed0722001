import assert from 'node:assert/strict';
import { it } from 'node:test';
import { windowAddress } from '../../host/window.ts';

const server = { authority: '127.0.0.1:8000', token: undefined };

it('the address of a window names its folder or workspace, and its token', () => {
  const extension = { developmentPath: '/ext' };
  const plain = new URL(windowAddress(server, { folder: '/work/a b', extension }));
  assert.equal(plain.searchParams.get('folder'), '/work/a b');
  assert.equal(plain.searchParams.has('payload'), false);
  const token = new URL(windowAddress({ ...server, token: 'abc' }, { folder: '/w/x.code-workspace', extension }));
  assert.equal(token.searchParams.get('workspace'), '/w/x.code-workspace');
  assert.equal(token.searchParams.get('tkn'), 'abc');
});

it('the address of a window under test names the extensions and the suite', () => {
  const tests = { path: '/suite/run.mjs', onExit: () => undefined };
  const address = windowAddress(server, { folder: '/w', extension: { developmentPath: ['/one', '/two'] }, tests });
  assert.deepEqual(JSON.parse(new URL(address).searchParams.get('payload') ?? ''), [
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:8000/one'],
    ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:8000/two'],
    ['extensionTestsPath', 'vscode-remote://127.0.0.1:8000/suite/run.mjs'],
  ]);
});
