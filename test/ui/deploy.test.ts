import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SHOP_REGION } from '../simulator/seed/shop.ts';
import { pictureFailures } from './support/pictureFailures.ts';
import { openShopWindow, type ShopWindow } from './support/shopWindow.ts';
import { themes } from './support/themes.ts';
import { seenInPanel } from './support/webviewPanel.ts';

const secret = 'canary-7f3e-session';

for (const colorTheme of themes) {
  /** A person who ships something broken, watches it fail, and goes on with what works. Each step stands on the one before. */
  describe(`shipping in a ${colorTheme} window`, () => {
    let window: ShopWindow;
    let mark = 0;

    before(async () => {
      window = await openShopWindow({ speed: 20, colorTheme });
      window.shop.simulation.account.images.add('*/shop/checkout:9.9.9', {
        exitAfter: 1500,
        exitCode: 7,
        log: {
          every: 60_000,
          start: () => ['Reading the configuration', 'FATAL: the database refuses the password'],
          lines: () => [],
        },
      });
      const { ecs } = window.shop.simulation.account.region(SHOP_REGION);
      const service = ecs.clusters.get('shop-dev-cluster')?.services.get('checkout');
      assert.ok(service);
      service.settings.deploymentConfiguration.deploymentCircuitBreaker = { enable: true, rollback: true };
    });
    pictureFailures(() => window?.workbench);
    after(() => window.close());

    const picture = (name: string): Promise<string> => window.workbench.screenshot(`deploy-${colorTheme}-${name}`);
    const checkout = ['default', 'shop-dev-cluster', 'checkout'] as const;
    const changes = (): string[] => window.shop.simulation.ledger.changes(mark).map(({ operation }) => operation);

    const seen = (text: string | RegExp): Promise<string> => seenInPanel(window.workbench.page, text);

    it('changes nothing when the person leaves at any question', async () => {
      const { workbench, shop } = window;
      await workbench.openContainer('ECS');
      await workbench.view('Explorer').expand('default', 'shop-dev-cluster');
      mark = shop.simulation.ledger.mark();
      await workbench.view('Explorer').contextMenu([...checkout], 'Deploy Image…');
      await workbench.quickInput.waitFor('Tag of');
      await workbench.quickInput.cancel();
      await workbench.view('Explorer').contextMenu([...checkout], 'Scale Service…');
      await workbench.quickInput.waitFor('Tasks of checkout');
      await workbench.quickInput.type('4');
      await workbench.quickInput.accept();
      await workbench.notifications.answerQuestion('Scale checkout from 1 to 4', 'Cancel');
      assert.deepEqual(changes(), []);
    });

    it('ships an image that dies, and sees why while it fails', async () => {
      const { workbench, shop } = window;
      const image = `${shop.simulation.account.id}.dkr.ecr.${SHOP_REGION}.amazonaws.com/shop/checkout:9.9.9`;
      await workbench.view('Explorer').contextMenu([...checkout], 'Deploy Image…');
      await workbench.quickInput.choose('Another image…');
      await workbench.quickInput.waitFor('Image of checkout');
      await workbench.quickInput.type(image);
      await workbench.quickInput.accept();
      const question = await workbench.notifications.question('Register checkout-dev:4 and deploy it to checkout?');
      assert.match(question, new RegExp(shop.simulation.account.id));
      assert.match(question, /9\.9\.9/);
      await picture('1-confirm');
      await workbench.notifications.answerQuestion('Register checkout-dev:4 and deploy it', 'Deploy');
      const shown = await seen('FATAL: the database refuses the password');
      assert.match(shown, /exited with 7/);
      assert.match(shown, /Circuit breaker: \d of 3 failures/);
      await picture('2-failing');
    });

    it('calls the rollback what it is', async () => {
      const { workbench } = window;
      const text = await workbench.notifications.waitFor('failed and was rolled back to checkout-dev:3');
      assert.match(text, /circuit breaker/);
      await seen('rolled back to checkout-dev:3');
      await picture('3-rolled-back');
      assert.deepEqual(changes(), ['RegisterTaskDefinition', 'UpdateService']);
      const said = await workbench.notifications.messages();
      assert.ok(!said.some((message) => message.includes('deployment completed')), said.join('\n'));
      await workbench.notifications.clear();
    });

    it('shows the same after the window was reloaded', async () => {
      const { workbench } = window;
      await workbench.page.reload();
      await seen('rolled back to checkout-dev:3');
      await picture('4-reloaded');
    });

    it('runs a task and tells how it ended', async () => {
      const { workbench, shop } = window;
      shop.simulation.account.images.add('*/shop/checkout:3.3.1', {
        exitAfter: 1500,
        exitCode: 0,
        log: { every: 60_000, start: () => ['migrated 12 tables'], lines: () => [] },
      });
      mark = shop.simulation.ledger.mark();
      await workbench.openContainer('ECS');
      await workbench.view('Explorer').expand('default', 'shop-dev-cluster');
      await workbench.view('Explorer').contextMenu([...checkout], 'Run Task…');
      await workbench.quickInput.choose('checkout');
      await workbench.quickInput.choose('Change command or environment of checkout');
      await workbench.quickInput.waitFor('Command of checkout');
      await workbench.quickInput.type('bin/migrate');
      await workbench.quickInput.accept();
      await workbench.quickInput.waitFor('Environment variables');
      await workbench.quickInput.type(`TOKEN=${secret}`);
      await workbench.quickInput.accept();
      await workbench.quickInput.waitFor('How many tasks');
      await workbench.quickInput.accept();
      const question = await workbench.notifications.question('Run a task of checkout-dev:3?');
      assert.doesNotMatch(question, new RegExp(secret));
      await workbench.notifications.answerQuestion('Run a task of checkout-dev:3?', 'Run Task');
      await workbench.notifications.waitFor('checkout exited with 0');
      assert.deepEqual(changes(), ['RunTask']);
      await workbench.notifications.answer('checkout exited with 0', 'Show Output');
      await workbench.panel.waitForOutput('migrated 12 tables');
      await picture('5-task');
    });
  });
}
