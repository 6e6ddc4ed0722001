import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { eventually } from '../support/eventually.ts';
import { openShopWindow, type ShopWindow } from './support/shopWindow.ts';

const region = 'eu-west-1';
const mfa = 'arn:aws:iam::111122223333:mfa';

/** One connection that answers, one that does not, and two that ask for a code before they do. */
describe('connections that keep a person waiting', () => {
  const silent = createServer(() => undefined);
  let window: ShopWindow;

  before(async () => {
    const pinned = ['shop-dev', 'silent', 'first-role', 'second-role'].map((profile) => ({ profile, region }));
    window = await openShopWindow({ settings: { 'ecs.connections': pinned, 'ecs.profile': 'shop-dev' } });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const role = `region = ${region}\nrole_arn = arn:aws:iam::111122223333:role/admin\nsource_profile = shop-dev`;
    const sections = [
      `[profile silent]\nregion = ${region}\naws_access_key_id = AKIASILENT\naws_secret_access_key = none`,
      `endpoint_url = http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      `[profile first-role]\n${role}\nmfa_serial = ${mfa}/first`,
      `[profile second-role]\n${role}\nmfa_serial = ${mfa}/second`,
    ];
    await appendFile(window.shop.env['AWS_CONFIG_FILE'] ?? assert.fail('no file'), `\n${sections.join('\n')}\n`);
    await window.workbench.openContainer('ECS');
  });
  after(async () => {
    silent.closeAllConnections();
    silent.close();
    await window.close();
  });

  it('hold up no other, and ask for nothing unbidden', async () => {
    const { workbench } = window;
    const tree = workbench.view('Explorer');
    await tree.find('shop-dev', 'shop-dev-cluster');
    await tree.find('silent', 'Reading…');
    for (const name of ['first-role', 'second-role']) await tree.until([name], ({ expanded }) => expanded === false);
    assert.equal(await workbench.quickInput.widget.count(), 0);
    await workbench.screenshot('slow-connection');
  });

  it('ask one after the other, once they are opened', async () => {
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
    await eventually('The other question', async () => {
      return (await quickInput.question()).includes(`${mfa}/second`);
    });
    await tree.expand('shop-dev', 'shop-dev-cluster');
    await quickInput.cancel();
  });
});
