import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pictureFailures } from './support/pictureFailures.ts';
import { openShopWindow, type ShopWindow } from './support/shopWindow.ts';

/**
 * The main loop as a person goes through it: see, write, register, deploy, watch, read. Each step stands on the one
 * before it, in one window.
 */
describe('from a cluster to the logs of a new task', () => {
  let window: ShopWindow;
  let mark = 0;

  before(async () => {
    window = await openShopWindow({ speed: 20 });
  });
  pictureFailures(() => window?.workbench);
  after(() => window.close());

  const cluster = ['default', 'shop-dev-cluster'] as const;

  it('opens the ECS view and expands to a container', async () => {
    const { workbench } = window;
    await workbench.openContainer('ECS');
    const tree = workbench.view('Explorer');
    await tree.expand(...cluster);
    const service = await tree.find(...cluster, 'checkout');
    assert.match(service.description, /1\/1/);
    await tree.expand(...cluster, 'checkout');
    const task = (await tree.rows()).find(({ label }) => /^[0-9a-f]{8}$/.test(label));
    assert.ok(task, 'a task row');
    assert.match(task.description, /^(running|healthy) · /);
    await tree.expand(...cluster, 'checkout', task.label);
    const container = await tree.find(...cluster, 'checkout', task.label, 'checkout');
    assert.match(container.description, /checkout:3\.3\.1/);
    await workbench.statusItem('default · eu-west-1');
    await workbench.screenshot('loop-1-tree');
  });

  it('offers the files of the workspace to register where none is open', async () => {
    const { workbench, shop } = window;
    mark = shop.simulation.ledger.mark();
    await workbench.runCommand('ECS: Register Revision…');
    await workbench.quickInput.waitFor('Task-definition file');
    assert.deepEqual(await workbench.quickInput.items(), [
      'checkout/task-definition.json',
      'storefront/task-definition.json',
    ]);
    await workbench.quickInput.cancel();
    assert.equal(shop.simulation.ledger.changes(mark).length, 0);
    assert.deepEqual(await workbench.notifications.messages(), []);
  });

  it('shows the mistakes of a file where they are made', async () => {
    const { workbench } = window;
    await workbench.openFile('checkout/task-definition.json');
    await workbench.panel.waitForProblem("Fargate only supports network mode 'awsvpc'");
    const problems = await workbench.panel.problems();
    assert.equal(problems.length, 5, problems.join('\n'));
    await workbench.screenshot('loop-2-problems');
  });

  it('refuses to register what ECS would refuse', async () => {
    const { workbench, shop } = window;
    mark = shop.simulation.ledger.mark();
    await workbench.runCommand('ECS: Register Revision…');
    await workbench.notifications.waitFor('has 5 errors');
    assert.equal(shop.simulation.ledger.changes(mark).length, 0);
    await workbench.screenshot('loop-3-refused');
    await workbench.notifications.clear();
  });

  it('repairs each by its quick fix', async () => {
    const { workbench } = window;
    const repairs: [problem: string, fix: string][] = [
      ["Fargate only supports network mode 'awsvpc'", 'Set "networkMode": "awsvpc"'],
      ['16384 needs at least 2048', 'Change memory to 8192'],
      ['value must be a string', 'Write "2500"'],
      ['depends on "otel"', 'Change to "otel-collector"'],
      ['lacks awslogs-region', 'Add awslogs-region'],
    ];
    for (const [problem, fix] of repairs) {
      await workbench.panel.openProblem(problem);
      await workbench.editor.applyQuickFix(fix);
      await workbench.panel.waitForNoProblem(problem);
    }
    await workbench.editor.save();
    await workbench.screenshot('loop-4-repaired');
  });

  it('registers after showing the difference and asking', async () => {
    const { workbench, shop } = window;
    await workbench.panel.hide();
    await workbench.runCommand('ECS: Deploy This File…');
    const question = await workbench.notifications.question('Register checkout-dev:4?');
    assert.match(question, /123456789012/);
    assert.match(question, /eu-west-1/);
    assert.match(question, /checkout:3\.3\.1.*→.*checkout:3\.4\.0/);
    await workbench.screenshot('loop-5-register');
    assert.equal(shop.simulation.ledger.changes(mark).length, 0, 'nothing is sent before the answer');
    await workbench.notifications.answerQuestion('Register checkout-dev:4?', 'Register');
    await workbench.quickInput.waitFor('Service to deploy to');
    const [first, ...others] = await workbench.quickInput.items();
    assert.equal(first, 'checkout');
    assert.ok(others.includes('storefront'), others.join());
    const { original, modified } = await workbench.editor.diff();
    assert.match(original, /checkout:3\.3\.1/);
    assert.match(modified, /checkout:3\.4\.0/);
    await workbench.screenshot('loop-6-where');
  });

  it('deploys the revision to the service and says when it has landed', async () => {
    const { workbench, shop } = window;
    await workbench.quickInput.choose('checkout');
    const question = await workbench.notifications.question('Deploy checkout-dev:4 to checkout?');
    assert.match(question, /checkout-dev:3 → checkout-dev:4/);
    await workbench.screenshot('loop-7-deploy');
    await workbench.notifications.answerQuestion('Deploy checkout-dev:4 to checkout?', 'Deploy');
    await workbench
      .view('Explorer')
      .until([...cluster, 'checkout'], ({ description }) => /deploying/.test(description));
    await workbench.screenshot('loop-8-deploying');
    await workbench.notifications.waitFor('checkout runs checkout-dev:4: deployment completed');
    await workbench.screenshot('loop-9-landed');
    const changes = shop.simulation.ledger.changes(mark).map(({ operation }) => operation);
    assert.deepEqual(changes, ['RegisterTaskDefinition', 'UpdateService']);
  });

  it('streams the lines of the new task', async () => {
    const { workbench } = window;
    await workbench.notifications.clear();
    const tree = workbench.view('Explorer');
    const rows = await tree.rows();
    const service = rows.findIndex(({ label }) => label === 'checkout');
    const task = rows.slice(service).find(({ label }) => /^[0-9a-f]{8}$/.test(label));
    assert.ok(task, rows.map(({ label }) => label).join());
    await tree.contextMenu([...cluster, 'checkout'], 'Stream Logs');
    const shown = await workbench.panel.waitForOutput(`${task.label} checkout`);
    assert.match(shown, /INFO|WARN|ERROR/);
    await workbench.screenshot('loop-10-logs');
  });
});
