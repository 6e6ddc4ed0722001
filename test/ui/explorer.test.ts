import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Ec2State } from '../simulator/ec2/ec2State.ts';
import { eventually } from '../support/eventually.ts';
import { pictureFailures } from './support/pictureFailures.ts';
import { openShopWindow, type ShopWindow } from './support/shopWindow.ts';
import { themes } from './support/themes.ts';
import { seenInPanel } from './support/webviewPanel.ts';

for (const colorTheme of themes) {
  describe(`the explorer as a person uses it, ${colorTheme}`, () => {
    let window: ShopWindow;

    before(async () => {
      window = await openShopWindow({ speed: 1, colorTheme, size: { width: 1400, height: 1300 } });
      await window.workbench.openContainer('ECS');
    });
    pictureFailures(() => window?.workbench);
    after(() => window.close());

    const view = (): ReturnType<ShopWindow['workbench']['view']> => window.workbench.view('Explorer');

    it('shows why a service is in trouble', async () => {
      const path = ['default', 'shop-staging-cluster', 'checkout'] as const;
      await view().expand('default', 'shop-staging-cluster');
      const row = await view().find(...path);
      assert.match(row.description, /deploying/);
      await view().expand(...path);
      const rows = await view().rows();
      assert.ok(
        rows.some(({ label }) => label.startsWith('Deployment :')),
        'a deployment in progress',
      );
      const stopped = await view().until([...path, 'Stopped tasks'], ({ expanded }) => expanded === true);
      assert.ok(stopped);
      await eventually('A stopped task with its reason', async () =>
        (await view().rows()).some(({ label }) => label.includes('image not found')),
      );
      await view().expand(...path, 'Events');
      await view().expand('default', 'shop-prod-cluster');
      await window.workbench.screenshot(`explorer-trouble-${colorTheme}`);
      const label = rows.map((one) => one.label).find((text) => text.startsWith('Deployment :')) ?? '';
      await view().inlineAction([...path, label], 'Show Deployment');
      await eventually('The view of the deployment', async () =>
        (await window.workbench.editor.tabs()).find((tab) => tab.includes('checkout → :')),
      );
      await view().inlineAction([...path], 'Why?');
      const why = await seenInPanel(window.workbench.page, 'ecr:DescribeImages');
      for (const part of [
        'checkout:4.0.0-rc1',
        'Push this tag',
        'Roll Back…',
        'ecr:DescribeImages',
        'What happened when',
      ])
        assert.ok(why.includes(part), `${part} in\n${why}`);
      await window.workbench.screenshot(`explorer-why-${colorTheme}`);
      await window.workbench.runCommand('View: Close All Editors');
      await view().collapse('default', 'shop-prod-cluster');
      await view().collapse('default', 'shop-staging-cluster');
    });

    it('finds by name over the whole account and says so', async () => {
      const { workbench } = window;
      await view().expand('default', 'shop-prod-cluster', 'storefront');
      await workbench.runCommand('ECS: Filter by Name…');
      await workbench.quickInput.waitFor('Filter by Name');
      await workbench.quickInput.type('*checkout*');
      await view().find('default', 'shop-prod-cluster', 'checkout');
      await workbench.quickInput.accept();
      await eventually('The filter in sight', async () => (await view().message()).includes('*checkout*') || undefined);
      await view().find('default', 'shop-staging-cluster', 'checkout');
      const services = (await view().rows()).filter(({ level }) => level === 3).map(({ label }) => label);
      assert.ok(services.length > 1 && services.every((label) => label.includes('checkout')), services.join());
      await workbench.screenshot(`explorer-filter-${colorTheme}`);
      await workbench.runCommand('ECS: Clear Filter');
      await view().until(['default', 'Task definitions'], ({ expanded }) => expanded === false);
      // What was open before is open again, and what the filter opened is not.
      await view().until(['default', 'shop-prod-cluster', 'storefront'], ({ expanded }) => expanded === true);
      await view().until(['default', 'shop-dev-cluster'], ({ expanded }) => expanded === false);
      await view().collapse('default', 'shop-prod-cluster', 'storefront');
      await view().collapse('default', 'shop-prod-cluster');
    });

    it('shows instances, capacity providers and revisions', async () => {
      await view().expand('default', 'shop-prod-cluster', 'Container instances');
      const instances = (await view().rows()).filter(({ level, label }) => level === 4 && /^i-[0-9a-f]+$/.test(label));
      assert.equal(instances.length, 3);
      await view().expand('default', 'shop-prod-cluster', 'Capacity providers');
      await view().find('default', 'shop-prod-cluster', 'Capacity providers', 'shop-prod-ec2');
      await view().collapse('default', 'shop-prod-cluster');
      await view().expand('default', 'Task definitions');
      await view().expand('default', 'Task definitions', 'checkout-dev');
      await window.workbench.screenshot(`explorer-revisions-${colorTheme}`);
      await view().contextMenu(['default', 'Task definitions', 'checkout-dev', 'checkout-dev:2'], 'Compare Revisions');
      await window.workbench.quickInput.choose('checkout-dev:1');
      await window.workbench.editor.waitForTab('checkout-dev:1 ↔ :2');
      await window.workbench.screenshot(`explorer-compare-${colorTheme}`);
    });

    it('shows everything that AWS says as a document', async () => {
      await view().contextMenu(['default', 'shop-dev-cluster'], 'Show Details');
      await window.workbench.editor.waitForTab('shop-dev-cluster.details.json');
      await window.workbench.screenshot(`explorer-details-${colorTheme}`);
    });

    it('creates a cluster and a service, and deletes what is not in use', async () => {
      const { workbench, shop } = window;
      const { quickInput, notifications } = workbench;
      await view().contextMenu(['default'], 'Create Cluster…');
      await quickInput.waitFor('Create Cluster');
      await quickInput.type('tea-dev-cluster');
      await quickInput.accept();
      await notifications.answerQuestion('Create cluster tea-dev-cluster?', 'Create');
      await view().find('default', 'tea-dev-cluster');
      await view().contextMenu(['default', 'tea-dev-cluster'], 'Create Service…');
      await quickInput.waitFor('Create Service');
      await quickInput.type('storefront-dev');
      await quickInput.choose('storefront-dev');
      await quickInput.waitFor('Name of the service');
      await workbench.screenshot(`explorer-create-${colorTheme}`);
      await quickInput.accept();
      await quickInput.choose('FARGATE');
      await quickInput.waitFor('Subnets');
      const [known, ...others] = await quickInput.items();
      assert.match(known ?? '', /^subnet-/, 'networks of other services come first');
      assert.ok(others.includes('Choose from the account…'));
      await quickInput.choose('Choose from the account…');
      const region = shop.simulation.account.region('eu-west-1');
      const [subnet] = Ec2State.of(region).subnets;
      const [group] = Ec2State.of(region).securityGroups;
      await quickInput.toggle(subnet?.subnetId ?? '');
      await workbench.screenshot(`explorer-subnets-${colorTheme}`);
      await quickInput.accept();
      await quickInput.waitFor('Security groups');
      await quickInput.toggle(group?.groupName ?? '');
      await quickInput.accept();
      await quickInput.choose('No public address');
      await quickInput.choose('No load balancer');
      await quickInput.waitFor('Desired count');
      await quickInput.accept();
      await notifications.answerQuestion('Create service storefront-dev?', 'Create');
      await view().expand('default', 'tea-dev-cluster');
      await view().find('default', 'tea-dev-cluster', 'storefront-dev');
      const made = shop.simulation.account.region('eu-west-1').ecs.clusters.get('tea-dev-cluster');
      const service = made?.services.get('storefront-dev');
      assert.equal(service?.settings.deploymentConfiguration.deploymentCircuitBreaker?.rollback, true);
      const { subnets, securityGroups } = service?.spec.networkConfiguration?.awsvpcConfiguration ?? {};
      assert.deepEqual([subnets, securityGroups], [[subnet?.subnetId], [group?.groupId]]);
      await view().contextMenu(['default', 'tea-dev-cluster', 'storefront-dev'], 'Delete Service…');
      await notifications.answerQuestion('Delete service storefront-dev?', 'Delete…');
      await quickInput.waitFor('Delete service storefront-dev?');
      await quickInput.type('storefront-dev');
      await quickInput.accept();
      await notifications.waitFor('is being deleted');
      await notifications.waitFor('storefront-dev is gone');
      assert.notEqual(service?.status, 'ACTIVE');
      await notifications.clear();
    });

    it('says that an account is empty', async () => {
      window.shop.simulation.account.region('eu-west-1').ecs.clusters.clear();
      await window.workbench.runCommand('ECS: Refresh');
      await view().find('default', 'No clusters in eu-west-1');
      await window.workbench.screenshot(`explorer-empty-${colorTheme}`);
    });
  });
}
