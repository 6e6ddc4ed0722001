import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pictureFailures } from './support/pictureFailures.ts';
import { openShopWindow, type ShopWindow } from './support/shopWindow.ts';

/** One window in which things go wrong, one after the other: each is gone before the next. */
describe('under faults', () => {
  let window: ShopWindow;

  before(async () => {
    window = await openShopWindow({ speed: 20 });
  });
  pictureFailures(() => window?.workbench);
  afterEach(() => window.shop.simulation.faults.clear());
  after(() => window.close());

  const folder = (): string => join(window.shop.env['AWS_CONFIG_FILE'] ?? '', '../../../shop');

  /** The settings of the workspace, as “Select AWS Profile…” or an editor writes them. */
  const setWorkspace = async (settings: Record<string, string>): Promise<void> => {
    await mkdir(join(folder(), '.vscode'), { recursive: true });
    await writeFile(join(folder(), '.vscode/settings.json'), JSON.stringify(settings));
  };

  it('expired credentials are said by view and command, with a way out, and forgotten when renewed', async () => {
    const { workbench, shop } = window;
    const expired = shop.simulation.faults.add({ kind: 'expiredToken' });
    await workbench.openContainer('ECS');
    const tree = workbench.view('Explorer');
    assert.match(await tree.welcome(), /expired[\s\S]*Sign In[\s\S]*try again/);
    await workbench.screenshot('faults-2-expired');
    await workbench.runCommand('ECS: Filter by Name…');
    await workbench.quickInput.waitFor('Filter by Name');
    await workbench.quickInput.type('shop*');
    await workbench.quickInput.accept();
    await wait(1000);
    assert.match(await tree.welcome(), /expired[\s\S]*Sign In/, 'a kept filter does not hide the way out');
    await workbench.runCommand('ECS: Clear Filter');
    await workbench.openFile('storefront/task-definition.json');
    for (const command of ['ECS: Register Revision…', 'ECS: Force New Deployment…', 'ECS: Stream Logs']) {
      await workbench.runCommand(command);
      const message = await workbench.notifications.waitFor('expired');
      assert.doesNotMatch(message, /ExpiredToken|Exception|at /);
      await workbench.notifications.clear();
    }
    expired.remove();
    await tree.titleAction('Refresh');
    await tree.expand('default', 'shop-dev-cluster');
  });

  it('a profile that does not exist is named, and nothing is sent', async () => {
    const { workbench, shop } = window;
    await setWorkspace({ 'ecs.profile': 'nobody' });
    const words = /not in your AWS configuration files[\s\S]*Select Profile/;
    assert.match(await workbench.view('Explorer').welcome(words), words);
    const mark = shop.simulation.ledger.mark();
    await workbench.runCommand('ECS: Register Revision…');
    await workbench.notifications.waitFor('“nobody” is not in your AWS configuration files');
    await workbench.screenshot('faults-3-profile');
    await workbench.notifications.clear();
    assert.equal(shop.simulation.ledger.count('*', mark), 0);
  });

  it('a Region that is not one is named, and nothing is sent', async () => {
    const { workbench, shop } = window;
    await setWorkspace({ 'ecs.region': 'europe' });
    assert.match(await workbench.view('Explorer').welcome(/Select Region/), /Select Region/);
    const mark = shop.simulation.ledger.mark();
    await workbench.runCommand('ECS: Register Revision…');
    await workbench.notifications.waitFor('“europe” is not an AWS Region');
    await workbench.notifications.clear();
    assert.equal(shop.simulation.ledger.count('*', mark), 0);
  });

  it('files that are broken, huge or not ours are refused in plain words, and nothing is sent', async () => {
    const { workbench, shop } = window;
    await setWorkspace({});
    const huge = {
      family: 'huge',
      containerDefinitions: [{ name: 'a', image: 'b', command: ['x'.repeat(1_100_000)] }],
    };
    await writeFile(join(folder(), 'broken-task-definition.json'), '{ "family": "web", "containerDefinitions": [');
    await writeFile(join(folder(), 'huge-task-definition.json'), JSON.stringify(huge));
    await writeFile(join(folder(), 'plain.json'), '{ "name": "left-pad" }');
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

  it('without any AWS configuration the view says what to do, and nothing is sent', async () => {
    const { workbench, shop } = window;
    await setWorkspace({ 'ecs.region': 'eu-west-1' });
    for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'])
      await rm(shop.env[name] ?? assert.fail(`no ${name}`));
    const words = /needs an AWS profile[\s\S]*Open Config File[\s\S]*select a Region/;
    assert.match(await workbench.view('Explorer').welcome(words), words);
    await workbench.screenshot('faults-4-no-credentials');
    const mark = shop.simulation.ledger.mark();
    await workbench.runCommand('ECS: Refresh');
    await workbench.view('Explorer').welcome(words);
    assert.equal(shop.simulation.ledger.count('*', mark), 0);
  });
});
