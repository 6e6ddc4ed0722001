import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findDesktopVSCode, hasDisplay } from '../../host/desktop.ts';
import { assertSupportedSystem, isSupportedSystem } from '../../host/installCodeServer.ts';

describe('a desktop VS Code', () => {
  it('is the one that is named', async () => {
    assert.equal(await findDesktopVSCode('newest', { ECS_WORKBENCH_VSCODE: process.execPath }), process.execPath);
  });

  it('that is named and missing is an error', async () => {
    await assert.rejects(
      findDesktopVSCode('newest', { ECS_WORKBENCH_VSCODE: '/no/code' }),
      /\/no\/code, which does not exist/,
    );
  });

  it('can be declined', async () => {
    assert.equal(await findDesktopVSCode('newest', { ECS_WORKBENCH_VSCODE: 'none', DISPLAY: ':0' }), undefined);
  });

  it('needs a display on Linux', () => {
    assert.equal(hasDisplay('linux', {}), false);
    assert.equal(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' }), true);
    assert.equal(hasDisplay('darwin', {}), true);
  });
});

describe('the npm-only VS Code', () => {
  it('says where it runs and what to do elsewhere', () => {
    assert.equal(isSupportedSystem('linux', 'x64'), true);
    assert.doesNotThrow(() => assertSupportedSystem('linux', 'x64'));
    assert.throws(
      () => assertSupportedSystem('darwin', 'arm64'),
      /Linux x64 only; this is darwin arm64.*ECS_WORKBENCH_VSCODE/,
    );
  });
});
