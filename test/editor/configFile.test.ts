import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { commands, window } from 'vscode';
import type { CommandId } from '../../src/manifest.ts';
import { eventually } from '../support/eventually.ts';

const open: CommandId = 'ecs.openConfigFile';

/** The command in a real editor: what is written where only shows there. */
describe('the AWS configuration file', () => {
  const environment = { ...process.env };
  let folder: string;
  let config: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ecs-config-file-'));
    config = join(folder, '.aws/config');
    process.env['AWS_CONFIG_FILE'] = config;
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'credentials');
  });

  afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  after(async () => {
    for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) {
      if (environment[name] === undefined) delete process.env[name];
      else process.env[name] = environment[name];
    }
    await rm(folder, { recursive: true, force: true });
  });

  const shown = () => window.activeTextEditor ?? assert.fail('no editor');

  it('is written where there is none once the person saves it, and not before', async () => {
    await commands.executeCommand(open);
    const { document } = shown();
    assert.equal(document.uri.fsPath, config);
    assert.match(document.getText(), /\[sso-session company\][\s\S]*\[profile dev\]\nsso_session = company/);
    await assert.rejects(readFile(config), { code: 'ENOENT' });
    await document.save();
    assert.match(
      await eventually('the file', () => readFile(config, 'utf8').catch(() => undefined)),
      /\[profile dev\]/,
    );
  });

  it('opens at the line that cannot be read', async () => {
    await writeFile(config, '[profile dev]\nregion = eu-west-1\n\n[profile prod\nregion = eu-west-1\n');
    await commands.executeCommand(open);
    assert.equal(shown().document.uri.fsPath, config);
    assert.equal(shown().selection.active.line, 3);
  });

  it('opens the file of the keys where that is the broken one', async () => {
    await writeFile(config, '[profile dev]\nregion = eu-west-1\n');
    await writeFile(join(folder, 'credentials'), '[dev\n');
    await commands.executeCommand(open);
    assert.equal(shown().document.uri.fsPath, join(folder, 'credentials'));
    assert.equal(shown().selection.active.line, 0);
  });
});
