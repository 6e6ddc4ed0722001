import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { openShopWindow, type ShopWindow, type ShopWindowOptions } from './support/shopWindow.ts';

const cluster = ['default', 'shop-dev-cluster'] as const;

describe('under faults', () => {
  let window: ShopWindow;

  const open = async (options?: ShopWindowOptions): Promise<ShopWindow> => (window = await openShopWindow(options));
  afterEach(async () => {
    await window.workbench.screenshot('faults-last');
    await window.close();
  });

  it('the whole loop ends well with 30 % throttling and 10 % resets', async () => {
    const { workbench, shop } = await open({ speed: 20 });
    const { faults, ledger } = shop.simulation;
    const mark = ledger.mark();
    faults.add({ kind: 'throttle', rate: 0.3 });
    faults.add({ kind: 'resetBefore', rate: 0.05 });
    faults.add({ kind: 'resetAfter', rate: 0.05 });
    await workbench.openContainer('ECS');
    const tree = workbench.view('Explorer');
    await tree.until(['default'], () => true, 60_000);
    await tree.expand(...cluster);
    await workbench.openFile('storefront/task-definition.json');
    await workbench.runCommand('ECS: Register Revision…');
    await workbench.notifications.answerQuestion('Register storefront-dev:4?', 'Register');
    await workbench.notifications.waitFor('Registered storefront-dev:4', 60_000);
    await workbench.notifications.answer('Registered storefront-dev:4', 'Deploy…');
    await workbench.quickInput.choose('shop-dev-cluster');
    await workbench.quickInput.choose('storefront');
    await workbench.notifications.answerQuestion('Deploy storefront-dev:4 to storefront?', 'Deploy');
    await workbench.notifications.waitFor('storefront runs storefront-dev:4', 90_000);
    await workbench.notifications.clear();
    await tree.contextMenu([...cluster, 'storefront'], 'Stream Logs');
    await workbench.panel.waitForOutput('GET /', 60_000);
    await workbench.screenshot('faults-1-landed');
    const changes = ledger.changes(mark).map(({ operation }) => operation);
    assert.deepEqual(changes, ['RegisterTaskDefinition', 'UpdateService']);
    assert.ok(ledger.since(mark).some(({ faults: hit }) => hit.includes('throttle')));
  });

  it('expired credentials are said by view and command, with a way out, and forgotten when renewed', async () => {
    const { workbench, shop } = await open();
    const expired = shop.simulation.faults.add({ kind: 'expiredToken' });
    await workbench.openContainer('ECS');
    const tree = workbench.view('Explorer');
    assert.match(await tree.welcome(), /expired[\s\S]*Sign In[\s\S]*Try Again/);
    await workbench.screenshot('faults-2-expired');
    await workbench.openFile('storefront/task-definition.json');
    for (const command of ['ECS: Register Revision…', 'ECS: Force New Deployment…', 'ECS: Stream Logs']) {
      await workbench.runCommand(command);
      const message = await workbench.notifications.waitFor('expired');
      assert.doesNotMatch(message, /ExpiredToken|Exception|at /);
      await workbench.notifications.clear();
    }
    expired.remove();
    await tree.titleAction('Refresh');
    await tree.expand(...cluster);
  });

  it('a profile that does not exist is named', async () => {
    const { workbench, shop } = await open({ settings: { 'ecs.profile': 'nobody' } });
    await workbench.openContainer('ECS');
    assert.match(await workbench.view('Explorer').welcome(), /Select Profile/);
    await workbench.openFile('storefront/task-definition.json');
    await workbench.runCommand('ECS: Register Revision…');
    await workbench.notifications.waitFor('“nobody” is not in your AWS configuration files');
    await workbench.screenshot('faults-3-profile');
    assert.equal(shop.simulation.ledger.count(), 0);
  });

  it('a Region that is not one is named, and nothing is sent', async () => {
    const { workbench, shop } = await open({ settings: { 'ecs.region': 'europe' } });
    await workbench.openContainer('ECS');
    assert.match(await workbench.view('Explorer').welcome(), /Select Region/);
    await workbench.openFile('storefront/task-definition.json');
    await workbench.runCommand('ECS: Register Revision…');
    await workbench.notifications.waitFor('“europe” is not an AWS Region');
    assert.equal(shop.simulation.ledger.count(), 0);
  });

  it('without any AWS configuration the view says what to do', async () => {
    const nowhere = join('/nonexistent', 'aws');
    const { workbench, shop } = await open({
      env: { AWS_CONFIG_FILE: nowhere, AWS_SHARED_CREDENTIALS_FILE: nowhere, AWS_REGION: 'eu-west-1' },
    });
    await workbench.openContainer('ECS');
    assert.match(await workbench.view('Explorer').welcome(), /No AWS credentials[\s\S]*Select Profile/);
    await workbench.screenshot('faults-4-no-credentials');
    assert.equal(shop.simulation.ledger.count(), 0);
  });

  it('files that are broken, huge or not ours are refused in plain words, and nothing is sent', async () => {
    const { workbench, shop } = await open();
    const folder = join(shop.env['AWS_CONFIG_FILE'] ?? '', '../../../shop');
    const huge = {
      family: 'huge',
      containerDefinitions: [{ name: 'a', image: 'b', command: ['x'.repeat(1_100_000)] }],
    };
    await writeFile(join(folder, 'broken-task-definition.json'), '{ "family": "web", "containerDefinitions": [');
    await writeFile(join(folder, 'huge-task-definition.json'), JSON.stringify(huge));
    await writeFile(join(folder, 'plain.json'), '{ "name": "left-pad" }');
    const refusals: [file: string, words: RegExp][] = [
      ['broken-task-definition.json', /No revision was registered\..*broken-task-definition\.json/],
      ['huge-task-definition.json', /No revision was registered\..*huge-task-definition\.json/],
      ['plain.json', /plain\.json is not a task definition/],
    ];
    for (const [file, words] of refusals) {
      await workbench.openFile(file);
      await workbench.runCommand('ECS: Register Revision…');
      assert.match(await workbench.notifications.waitFor(file), words);
      await workbench.notifications.clear();
    }
    assert.equal(shop.simulation.ledger.changes().length, 0);
  });
});
