import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pictureFailures } from '../../ui/support/pictureFailures.ts';
import { openShopWindow, type ShopWindow } from '../../ui/support/shopWindow.ts';

const cluster = ['default', 'shop-dev-cluster'] as const;

describe('from a file to the logs of its tasks, while AWS is throttled and the network drops', () => {
  let window: ShopWindow;

  before(async () => {
    window = await openShopWindow({ speed: 20 });
    await window.workbench.openContainer('ECS');
  });
  pictureFailures(() => window?.workbench);
  after(() => window.close());

  it('the whole loop ends well with 30 % throttling and 10 % resets', async () => {
    const { workbench, shop } = window;
    const { faults, ledger } = shop.simulation;
    const mark = ledger.mark();
    faults.add({ kind: 'throttle', rate: 0.3 });
    faults.add({ kind: 'resetBefore', rate: 0.05 });
    faults.add({ kind: 'resetAfter', rate: 0.05 });
    const tree = workbench.view('Explorer');
    await tree.titleAction('Refresh');
    await tree.until(['default'], () => true);
    await tree.expand(...cluster);
    await workbench.openFile('storefront/task-definition.json');
    await workbench.runCommand('ECS: Register Revision…');
    await workbench.notifications.answerQuestion('Register storefront-dev:4?', 'Register');
    await workbench.notifications.waitFor('Registered storefront-dev:4');
    await workbench.notifications.answer('Registered storefront-dev:4', 'Deploy…');
    await workbench.quickInput.choose('storefront');
    await workbench.notifications.answerQuestion('Deploy storefront-dev:4 to storefront?', 'Deploy');
    await workbench.notifications.waitFor('storefront runs storefront-dev:4');
    await workbench.notifications.clear();
    await tree.contextMenu([...cluster, 'storefront'], 'Stream Logs');
    await workbench.panel.waitForOutput('GET /');
    await workbench.screenshot('faults-1-landed');
    const changes = ledger.changes(mark).map(({ operation }) => operation);
    assert.deepEqual(changes, ['RegisterTaskDefinition', 'UpdateService']);
    assert.ok(ledger.since(mark).some(({ faults: hit }) => hit.includes('throttle')));
  });
});
