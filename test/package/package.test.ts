import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { HostVersion } from '../host/hostVersions.ts';
import { pictureFailures } from '../ui/support/pictureFailures.ts';
import { openWorkbench, type Workbench } from '../ui/support/workbench.ts';

const vsix = process.env.ECS_WORKBENCH_VSIX ?? '';
const repository = resolve(import.meta.dirname, '../..');

for (const version of ['newest', 'oldest'] satisfies HostVersion[]) {
  describe(`the package in a fresh VS Code (${version})`, () => {
    let workbench: Workbench;
    before(async () => {
      assert.ok(vsix, 'ECS_WORKBENCH_VSIX names the package to try.');
      workbench = await openWorkbench({
        version,
        folder: join(repository, 'test/workspace'),
        extension: { vsix },
        // High enough for the list of all extensions that run, which is not to cover the window.
        size: { width: 1280, height: 1600 },
        settings: { 'workbench.editor.useModal': 'off' },
      });
    });
    after(() => workbench?.close());
    pictureFailures(() => workbench);

    it('has its view', async () => {
      await workbench.openContainer('ECS');
      await workbench.view('Explorer').pane.waitFor();
    });

    it('activates without an error', async () => {
      const { activation, problems } = await workbench.runningExtension('ECS Workbench');
      assert.match(activation, /\d+ ?ms/);
      assert.deepEqual(problems, []);
    });

    it('has its commands', async () => {
      await workbench.runCommand('ECS: Show Log');
      assert.equal(await workbench.panel.outputChannel(), 'ECS Workbench');
    });

    it('holds what it needs and nothing else', async () => {
      const files = await installedFiles(workbench);
      const outside = files.filter(
        (path) =>
          !/^(dist|schemas|snippets|syntaxes|l10n)\/|^media\/(icon\.png|ecs\.svg|walkthrough\/\w+\.md)$/.test(path),
      );
      assert.deepEqual(outside.map((path) => path.toLowerCase()).sort(), [
        '.vsixmanifest',
        'changelog.md',
        'license.txt',
        'package.json',
        'package.nls.json',
        'readme.md',
      ]);
    });

    it('has a README without a broken link', async () => {
      const readme = await readFile(join(await installedFolder(workbench), 'readme.md'), 'utf8');
      const addresses = [...readme.matchAll(/\]\(([^)\s]+)|\bsrc=["']([^"']+)/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      assert.deepEqual(
        addresses.filter((address) => !/^(https:|mailto:|#)/.test(address)),
        [],
      );
    });
  });
}

async function installedFolder(workbench: Workbench): Promise<string> {
  const { extensions } = workbench.window.server.profile;
  const [name] = (await readdir(extensions)).filter((entry) => entry.startsWith('ecs-workbench.'));
  assert.ok(name, 'the package is installed');
  return join(extensions, name);
}

async function installedFiles(workbench: Workbench): Promise<string[]> {
  const folder = await installedFolder(workbench);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  );
}
