import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { commandIds } from '../../src/manifest.ts';

describe('the extension', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension('ecs-workbench.ecs-workbench');
    assert.ok(extension);
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('has every command of its manifest', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commandIds.filter((id) => !known.has(id)),
      [],
    );
  });
});
