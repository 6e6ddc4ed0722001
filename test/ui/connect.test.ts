import assert from 'node:assert/strict';
import { appendFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { SHOP_PROD_ACCOUNT } from '../simulator/seed/shop.ts';
import { eventually } from '../support/eventually.ts';
import { pictureFailures } from './support/pictureFailures.ts';
import { openShopWindow, type ShopWindow } from './support/shopWindow.ts';

const sso = {
  session: { sso_region: 'eu-west-1', sso_start_url: 'https://shop.awsapps.com/start' },
  profile: { region: 'eu-west-1', sso_session: 'shop', sso_role_name: 'Developer', sso_account_id: '123456789012' },
};

/** The portal's pages stand at an address of their own, as AWS's do: VS Code treats those of this machine differently. */
const portal = 'https://shop.awsapps.com';

const section = (name: string, settings: Record<string, string>): string =>
  [`[${name}]`, ...Object.entries(settings).map(([key, value]) => `${key} = ${value}`), ''].join('\n');

/** A person who connects: chooses, pins, signs in, and whose credentials run out. Each step stands on the one before it. */
describe('connections', () => {
  let window: ShopWindow;

  before(async () => {
    window = await openShopWindow({ speed: 20 });
    const { simulation } = window.shop;
    simulation.sso.pageOrigin = portal;
    await window.workbench.page.context().route(`${portal}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const answer = await fetch(`${simulation.url}${pathname}${search}`);
      await route.fulfill({ status: answer.status, contentType: 'text/html', body: await answer.text() });
    });
  });
  pictureFailures(() => window?.workbench);
  after(() => window.close());

  const configure = async (text: string): Promise<void> => {
    await appendFile(window.shop.env['AWS_CONFIG_FILE'] ?? '', `\n${text}`);
  };

  const chooseConnection = async (from: string, label: string): Promise<void> => {
    await window.workbench.clickStatusItem(from);
    await window.workbench.quickInput.choose(label);
  };

  /** The page that the sign-in opens, once the person has let VS Code open it. */
  const openedPage = async (act: () => Promise<void>): Promise<Page> => {
    const { page, notifications } = window.workbench;
    const opened = page.context().waitForEvent('page');
    await act();
    await notifications.answerQuestion('open the external website', 'Open');
    return opened;
  };

  /** Clicks in the page that the sign-in opens. */
  const confirmInBrowser = async (act: () => Promise<void>, link = 'Allow access'): Promise<string> => {
    const page = await openedPage(act);
    const text = await page.locator('p').first().innerText();
    await window.workbench.screenshot('connect-3-signing-in');
    await page.getByText(link).click();
    await page.getByText('Request').waitFor();
    await page.close();
    return text;
  };

  it('offers every profile in one list, also one that was just written', async () => {
    const { workbench, shop } = window;
    await workbench.openContainer('ECS');
    await workbench.view('Explorer').find('default', 'shop-dev-cluster');
    await configure(section('sso-session shop', sso.session));
    await configure(section('profile dev-sso', { ...sso.profile, endpoint_url: shop.simulation.url }));
    await workbench.clickStatusItem('default · eu-west-1');
    const items = await workbench.quickInput.items();
    for (const name of ['shop-dev', 'shop-prod', 'dev-sso'])
      assert.ok(
        items.some((item) => item.includes(name)),
        name,
      );
    await workbench.screenshot('connect-1-list');
    await workbench.quickInput.choose('shop-prod');
    await workbench.statusItem('shop-prod · us-east-1');
    await workbench.view('Explorer').until(['shop-prod'], ({ description }) => description.includes(SHOP_PROD_ACCOUNT));
  });

  it('says that nobody is signed in, and what to do', async () => {
    const { workbench } = window;
    await chooseConnection('shop-prod', 'dev-sso');
    await workbench.statusItem('dev-sso · eu-west-1');
    const welcome = await workbench.view('Explorer').welcome();
    assert.match(welcome, /Sign In/);
    await workbench.screenshot('connect-2-signed-out');
  });

  it('signs in by a code that is confirmed in the browser, and the view fills by itself', async () => {
    const { workbench } = window;
    const page = await confirmInBrowser(async () => {
      await workbench.page.locator('.welcome-view-content .monaco-button', { hasText: 'Sign In' }).click();
      await workbench.notifications.waitFor('confirm in the browser that it shows the code');
    });
    await workbench.view('Explorer').find('dev-sso', 'shop-dev-cluster');
    assert.match(page, /[0-9A-F]{4}-[0-9A-F]{4}/);
    const files = await readdir(join(dirname(window.shop.env['AWS_CONFIG_FILE'] ?? ''), 'sso/cache'));
    assert.deepEqual(files, ['5042d146667518a1a5017644946b8650aafca44c.json']);
    await workbench.notifications.waitFor('Signed in to AWS');
    await workbench.notifications.clear();
    await workbench.screenshot('connect-4-signed-in');
  });

  it('says so when the person declines in the browser', async () => {
    const { workbench } = window;
    await confirmInBrowser(() => workbench.runCommand('ECS: Sign In to AWS'), 'Deny access');
    await workbench.notifications.waitFor('You are not signed in. The request was declined in the browser');
    await workbench.notifications.clear();
  });

  it('shows nothing as current once the credentials are refused, and recovers when somebody signs in', async () => {
    const { workbench, shop } = window;
    shop.simulation.sso.revokeAll();
    for (const credential of shop.simulation.world.credentials.all()) {
      if (credential.arn.includes('AWSReservedSSO')) credential.expiresAt = 1;
    }
    await workbench.view('Explorer').titleAction('Refresh');
    assert.match(await workbench.view('Explorer').welcome(), /Sign In/);
    await workbench.screenshot('connect-5-expired');
    await confirmInBrowser(() => workbench.runCommand('ECS: Sign In to AWS'));
    await workbench.view('Explorer').find('dev-sso', 'shop-dev-cluster');
  });

  it('cancels a sign-in without a word', async () => {
    const { workbench } = window;
    await workbench.notifications.clear();
    await (await openedPage(() => workbench.runCommand('ECS: Sign In to AWS'))).close();
    await workbench.notifications.answer('confirm in the browser', 'Cancel');
    await eventually('The end of the progress', async () => {
      const messages = await workbench.notifications.messages();
      return messages.some((message) => message.includes('confirm in the browser')) ? undefined : true;
    });
    assert.deepEqual(
      (await workbench.notifications.messages()).filter((text) => /not signed in/.test(text)),
      [],
    );
  });
});
