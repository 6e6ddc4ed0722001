import assert from 'node:assert/strict';
import { SHOP_REGION } from '../../simulator/seed/shop.ts';
import { eventually } from '../../support/eventually.ts';
import type { ShopWindow } from './shopWindow.ts';

const cluster = ['default', 'shop-dev-cluster'] as const;
const services = ['checkout', 'storefront'] as const;

/**
 * Chooses a command of rows that are being drawn anew, again and again: each time it asks about its own row or says that
 * the row was lost, and never asks which cluster is meant. Returns how often it asked.
 */
export async function chooseOfMovingRows({ workbench, shop }: ShopWindow, rounds: number): Promise<number> {
  const { quickInput, notifications } = workbench;
  const tree = workbench.view('Explorer');
  const { simulation } = shop;
  let asked = 0;
  await workbench.openContainer('ECS');
  await tree.expand(...cluster);
  // Rows that are read anew keep VS Code waiting, and stay in sight meanwhile.
  simulation.latency.set(300, 300);
  for (let round = 0; round < rounds; round++) {
    const name = services[round % services.length] ?? '';
    const service = simulation.account.region(SHOP_REGION).ecs.clusters.get('shop-dev-cluster')?.services.get(name);
    if (service) service.desiredCount = 1 + (round % 3);
    await workbench.runCommand('ECS: Refresh');
    await tree.contextMenu([...cluster, name], 'Scale Service…');
    const answer = await eventually(`What Scale Service… of ${name} says`, async () => {
      if (await quickInput.widget.isVisible()) return quickInput.question();
      return (await notifications.messages()).find((message) => message.includes('lost the one that was meant'));
    });
    assert.match(answer, new RegExp(`Tasks of ${name}|lost the one`), `round ${round}`);
    if (answer.includes(`Tasks of ${name}`)) {
      asked++;
      await quickInput.cancel();
    }
    await notifications.clear();
  }
  simulation.latency.set(0, 0);
  return asked;
}
