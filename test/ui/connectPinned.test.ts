import assert from 'node:assert/strict';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SHOP_PROD_ACCOUNT } from '../simulator/seed/shop.ts';
import { eventually } from '../support/eventually.ts';
import { pictureFailures } from './support/pictureFailures.ts';
import { openShopWindow, type ShopWindow } from './support/shopWindow.ts';
import { themes } from './support/themes.ts';

const region = 'eu-west-1';
const dev = { profile: 'shop-dev', region };
const mfa = 'arn:aws:iam::111122223333:mfa';
const prod = { profile: 'shop-prod', region: 'us-east-1' };

for (const colorTheme of themes) {
  /** Dev and prod side by side, prod protected; in the end one that does not answer, and two that ask for a code first. */
  describe(`pinned connections, ${colorTheme}`, () => {
    const silent = createServer(() => undefined);
    let window: ShopWindow;

    before(async () => {
      const settings = {
        'ecs.connections': [dev, prod],
        'ecs.productionGuard': { 'profile:shop-prod': 'read-only' },
        'ecs.fileConnections': { 'checkout/**': prod },
      };
      // Slow enough that a busy machine, too, shows what deploys.
      window = await openShopWindow({ colorTheme, settings, speed: 5 });
      await window.workbench.openContainer('ECS');
    });
    after(async () => {
      silent.closeAllConnections();
      silent.close();
      await window.close();
    });
    pictureFailures(() => window.workbench);

    it('are roots of their own, each with its account', async () => {
      const { workbench } = window;
      const tree = workbench.view('Explorer');
      await tree.find('shop-dev', 'shop-dev-cluster');
      await tree.find('shop-prod', 'shop-prod-cluster');
      const shown = await tree.until(['shop-prod'], ({ description }) => description.includes('shop-prod'));
      assert.ok(shown.description.includes(SHOP_PROD_ACCOUNT));
      await workbench.statusItem('shop-dev · eu-west-1');
      await workbench.screenshot(`connect-pinned-${colorTheme}`);
    });

    if (colorTheme === 'light') return;

    it('keep changing commands from what is read-only', async () => {
      const { workbench } = window;
      const tree = workbench.view('Explorer');
      await tree.expand('shop-prod', 'shop-prod-cluster');
      const path = ['shop-prod', 'shop-prod-cluster', 'checkout'];
      const items = await tree.contextMenuItems(...path);
      assert.ok(items.includes('Stream Logs'), items.join());
      for (const item of items)
        assert.doesNotMatch(item, /^(Deploy|Force|Scale|Delete|Pause|Roll Back|Run Task)/, item);
    });

    it('offer to register a file only where its own connection may be changed', async () => {
      const { workbench } = window;
      const root = join(workbench.window.server.profile.root, 'shop');
      const container = { name: 'worker', image: 'public.ecr.aws/docker/library/busybox:1.37', memory: 128 };
      const text = JSON.stringify({ family: 'worker', containerDefinitions: [container] }, null, 2);
      const isOffered = async (): Promise<boolean> =>
        (await workbench.quickInput.items()).includes('ECS: Register Revision…');
      for (const [file, expected] of [
        ['free.task-definition.json', true],
        ['checkout/kept.task-definition.json', false],
      ] as const) {
        await writeFile(join(root, file), text);
        await workbench.openFile(file);
        await eventually(`Register Revision for ${file} being ${expected}`, async () => {
          await workbench.quickInput.open('>ECS: Register Revision…');
          const right = (await isOffered()) === expected;
          await workbench.quickInput.cancel();
          return right ? true : undefined;
        });
      }
    });

    it('have the name of a production cluster typed', async () => {
      const { workbench, shop } = window;
      await workbench.notifications.clear();
      const mark = shop.simulation.ledger.mark();
      const tree = workbench.view('Explorer');
      const path = ['shop-dev', 'shop-prod-cluster', 'notifications'];
      await tree.expand('shop-dev', 'shop-prod-cluster');
      await tree.contextMenu(path, 'Force New Deployment…');
      await workbench.notifications.answerQuestion('Start all tasks of notifications anew?', 'Force New Deployment');
      await workbench.quickInput.waitFor('shop-prod-cluster');
      await workbench.quickInput.type('shop-prod');
      await workbench.quickInput.waitForRemark('Type “shop-prod-cluster”');
      await workbench.screenshot('connect-guard');
      assert.equal(shop.simulation.ledger.changes(mark).length, 0);
      await workbench.quickInput.type('shop-prod-cluster');
      await workbench.quickInput.accept();
      await tree.until(path, ({ description }) => /deploying/.test(description));
      assert.deepEqual(
        shop.simulation.ledger.changes(mark).map(({ operation }) => operation),
        ['UpdateService'],
      );
    });

    it('can be made active from the list, and be unpinned', async () => {
      const { workbench } = window;
      await workbench.clickStatusItem('shop-dev · eu-west-1');
      await workbench.screenshot('connect-pinned-list');
      await workbench.quickInput.choose('shop-prod · us-east-1');
      await workbench.statusItem('shop-prod · us-east-1');
      await workbench.view('Explorer').contextMenu(['shop-dev'], 'Unpin Connection');
      await eventually('One root alone', async () => {
        const roots = (await workbench.view('Explorer').rows()).filter(({ level }) => level === 1);
        return roots.map(({ label }) => label).join() === 'shop-prod' ? true : undefined;
      });
    });

    it('hold up no other while they keep a person waiting, and ask for nothing unbidden', async () => {
      const { workbench, shop } = window;
      const pinned = ['shop-dev', 'silent', 'first-role', 'second-role'].map((profile) => ({ profile, region }));
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const role = `region = ${region}\nrole_arn = arn:aws:iam::111122223333:role/admin\nsource_profile = shop-dev`;
      const sections = [
        `[profile silent]\nregion = ${region}\naws_access_key_id = AKIASILENT\naws_secret_access_key = none`,
        `endpoint_url = http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
        `[profile first-role]\n${role}\nmfa_serial = ${mfa}/first`,
        `[profile second-role]\n${role}\nmfa_serial = ${mfa}/second`,
      ];
      await appendFile(shop.env['AWS_CONFIG_FILE'] ?? assert.fail('no file'), `\n${sections.join('\n')}\n`);
      const folder = join(workbench.window.server.profile.root, 'shop/.vscode');
      await mkdir(folder, { recursive: true });
      const settings = { 'ecs.connections': pinned, 'ecs.profile': 'shop-dev', 'ecs.region': region };
      await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
      const tree = workbench.view('Explorer');
      await tree.find('silent', 'Reading…');
      await tree.find('shop-dev', 'shop-dev-cluster');
      for (const name of ['first-role', 'second-role']) await tree.until([name], ({ expanded }) => expanded === false);
      assert.equal(await workbench.quickInput.widget.count(), 0);
      await workbench.screenshot('slow-connection');
    });

    it('ask for their codes one after the other, once they are opened', async () => {
      const { workbench } = window;
      const { quickInput } = workbench;
      const tree = workbench.view('Explorer');
      await tree.open('first-role');
      await quickInput.waitFor(`${mfa}/first`);
      await tree.open('second-role');
      await tree.find('second-role', 'Reading…');
      assert.match(await quickInput.question(), /mfa\/first/);
      await workbench.screenshot('slow-connection-code');
      await workbench.page.keyboard.press('Escape');
      await quickInput.waitFor(`${mfa}/second`);
      await tree.expand('shop-dev', 'shop-dev-cluster');
      await quickInput.cancel();
    });
  });
}
