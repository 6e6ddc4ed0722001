import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { eventually } from '../../support/eventually.ts';
import { stage } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { type CommandStage, openStage, type Script } from './commandStage.ts';

describe('a change that outlives its window', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  const scale: Script = [
    ['Tasks of checkout', '3'],
    ['Scale checkout from 1 to 3', 'Scale'],
  ];
  const tell = async (): Promise<string[]> => {
    stage.clear();
    const { tellSentChanges } = await import('../../../src/ui/common/change/tellSentChanges.ts');
    tellSentChanges(shop.sentBefore());
    return stage.said.map(({ text }) => text);
  };

  it('is told by the next window, once', async () => {
    const run = await commandNamed('scaleService');
    const held = shop.server.faults.add({ operation: 'ecs:UpdateService', kind: 'slowBody', ms: 60_000 });
    const acting = shop.act((workbench) => run(workbench, shop.service('checkout')), scale);
    acting.catch(() => undefined);
    await eventually('the update under way', () => shop.server.ledger.count('ecs:UpdateService') > 0);
    shop.reload();
    held.remove();
    const [said, ...more] = await tell();
    assert.match(
      said ?? '',
      /^VS Code closed before AWS answered: Scaling checkout \(UpdateService, profile shop, account \d{12}, eu-west-1\), sent .+\. Look whether/,
    );
    assert.deepEqual(more, []);
    assert.deepEqual(await tell(), []);
  });

  it('is not told again where its end was told, good or bad', async () => {
    const run = await commandNamed('scaleService');
    await shop.act((workbench) => run(workbench, shop.service('checkout')), scale);
    shop.server.faults.add({ operation: 'ecs:UpdateService', kind: 'accessDenied' });
    const again: Script = [
      ['Tasks of checkout', '2'],
      ['Scale checkout from 3 to 2', 'Scale'],
    ];
    await assert.rejects(shop.act((workbench) => run(workbench, shop.service('checkout')), again));
    shop.reload();
    assert.deepEqual(await tell(), []);
  });
});
