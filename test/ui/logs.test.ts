import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { pictureFailures } from './support/pictureFailures.ts';
import { openShopWindow, type ShopWindow } from './support/shopWindow.ts';

const cluster = 'shop-staging-cluster';
const service = 'storefront';
const region = 'eu-west-1';

const stack = [
  'java.lang.IllegalStateException: cart 4711 is locked',
  '\tat com.shop.checkout.CartService.lock(CartService.java:77)',
  '\tat com.shop.checkout.CheckoutService.placeOrder(CheckoutService.java:131)',
  'Caused by: java.sql.SQLTransientConnectionException: no connection within 3000 ms',
  '\t... 12 more',
];

/** A person follows a service while it is deployed, first well, then with an image that crashes. */
describe('following a service over its deployments', () => {
  let window: ShopWindow;
  let ecs: ECSClient;

  before(async () => {
    window = await openShopWindow({ speed: 20, size: { width: 1500, height: 900 } });
    const { url, account } = window.shop.simulation;
    ecs = new ECSClient({ region, endpoint: url, credentials: account.credential });
  });
  pictureFailures(() => window?.workbench);
  after(async () => {
    ecs.destroy();
    await window.close();
  });

  /** Writes lines into the streams of the running tasks, in turn, as if their containers had. */
  function write(messages: readonly string[]): void {
    const { account, clock } = window.shop.simulation;
    const group = account.region(region).logs.openGroup('/ecs/storefront-staging');
    const newestFirst = [...group.streams.values()].sort(
      (a, b) => (b.lastIngestionTime ?? 0) - (a.lastIngestionTime ?? 0),
    );
    const streams = newestFirst.filter(({ name }) => name.includes('/storefront/')).slice(0, 2);
    for (const [at, message] of messages.entries()) {
      const stream = streams[stack.includes(message) ? 0 : at % 2];
      stream?.put([{ timestamp: clock.now(), message }]);
    }
  }

  async function deploy(image?: string): Promise<void> {
    const { services } = await ecs.send(new DescribeServicesCommand({ cluster, services: [service] }));
    const { taskDefinition: current } = await ecs.send(
      new DescribeTaskDefinitionCommand({ taskDefinition: services?.[0]?.taskDefinition }),
    );
    const {
      family,
      containerDefinitions = [],
      cpu,
      memory,
      networkMode,
      executionRoleArn,
      taskRoleArn,
    } = current ?? {};
    const [first, ...others] = containerDefinitions;
    const containers = [{ ...first, name: first?.name ?? '', image: image ?? first?.image ?? '' }, ...others];
    const requiresCompatibilities = current?.requiresCompatibilities;
    const input = {
      family: family ?? '',
      cpu,
      memory,
      networkMode,
      executionRoleArn,
      taskRoleArn,
      requiresCompatibilities,
    };
    const { taskDefinition } = await ecs.send(
      new RegisterTaskDefinitionCommand({ ...input, containerDefinitions: containers }),
    );
    const taskDefinitionArn = taskDefinition?.taskDefinitionArn;
    await ecs.send(new UpdateServiceCommand({ cluster, service, taskDefinition: taskDefinitionArn }));
  }

  it('streams the service from the palette', async () => {
    const { workbench } = window;
    await workbench.openContainer('ECS');
    await workbench.view('Explorer').expand('default', cluster);
    await workbench.runCommand('ECS: Stream Logs');
    await workbench.quickInput.choose(cluster);
    await workbench.quickInput.choose(service);
    await workbench.panel.waitForOutput(' storefront ');
    await workbench.runCommand('View: Toggle Maximized Panel');
  });

  it('shows JSON on one line and keeps stack traces together', async () => {
    const { workbench } = window;
    write([
      '{"level":"info","msg":"order placed","orderId":"88123","total":59.9,"currency":"EUR"}',
      '{"level":"warn","msg":"slow upstream","upstream":"prices","ms":1240}',
      stack[0] ?? '',
      '{"level":"debug","msg":"cache hit","key":"product:4711"}',
      ...stack.slice(1),
      '{"severity":"ERROR","message":"payment refused","code":402,"arn":"arn:aws:ecs:eu-west-1:123456789012:cluster/shop"}',
    ]);
    await workbench.panel.waitForOutput('slow upstream  upstream=prices ms=1240');
    const shown = await workbench.panel.waitForOutput('payment refused');
    const rows = shown.split('\n');
    const head = rows.findIndex((row) => row.includes('cart 4711 is locked'));
    assert.match(rows[head + 1] ?? '', /│.*CartService\.java:77/);
    await workbench.screenshot('logs-1-merged-dark');
  });

  it('sees old tasks leave and new ones join', async () => {
    const { workbench } = window;
    await deploy();
    await workbench.panel.waitForOutput('Revision changes');
    await workbench.panel.waitForOutput('is running');
    await workbench.panel.waitForOutput('has stopped');
    await workbench.screenshot('logs-2-deployment');
  });

  it('tells why the tasks of the next revision crash', async () => {
    const { workbench, shop } = window;
    const image = 'public.ecr.aws/shop/storefront:crashing';
    shop.simulation.account.images.add(image, { exitAfter: 2000, exitCode: 3, log: false });
    await deploy(image);
    await workbench.panel.waitForOutput('storefront exited with 3');
    await workbench.screenshot('logs-3-crash');
  });

  it('pauses and goes on by the buttons of the output view', async () => {
    const { workbench } = window;
    await workbench.page.locator('.part.panel .action-label[aria-label*="Pause Logs"]').first().click();
    await workbench.panel.waitForOutput('Paused');
    await workbench.page.locator('.part.panel .action-label[aria-label*="Resume Logs"]').first().click();
    await workbench.panel.waitForOutput('Resumed');
  });

  it('looks as well in a light theme', async () => {
    const { workbench } = window;
    await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
    write(['{"level":"info","msg":"order placed","orderId":"88124"}', ...stack, '{"level":"error","msg":"no stock"}']);
    await workbench.panel.waitForOutput('no stock');
    await workbench.screenshot('logs-4-light');
  });

  it('opens what was before as a document', async () => {
    const { workbench } = window;
    await workbench.runCommand('ECS: Show Earlier Logs');
    await workbench.page
      .locator('.tab', { hasText: `${service}, earlier` })
      .first()
      .waitFor();
    await workbench.page.locator('.editor-instance .view-line', { hasText: 'before' }).first().waitFor();
    await workbench.screenshot('logs-5-document');
  });
});
