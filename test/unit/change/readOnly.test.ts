import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { connectTo } from '../../support/awsFiles.ts';
import { type Asked, stage } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { cluster, type CommandStage, openStage } from './commandStage.ts';

const commands = [
  'deployImage',
  'deployToService',
  'forceNewDeployment',
  'pauseService',
  'resumeService',
  'rollBack',
  'runTask',
  'scaleService',
  'stopTask',
  'disableExecuteCommand',
  'enableExecuteCommand',
];

/** Somebody who says yes to everything, and changes what can be changed. */
function agree(asked: Asked): string | undefined {
  if (asked.text.startsWith('Ids such as')) return 'subnet-0a1b2c3d';
  if (asked.kind === 'input') return /^\d+$/.test(asked.choices[0] ?? '') ? '3' : `${asked.choices[0] ?? ''}x`;
  return asked.choices.at(asked.kind === 'pick' ? -1 : 0);
}

/** In a connection that the guard makes read-only nothing changes, whichever command is run and whatever is answered. */
describe('a read-only connection', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
  });
  afterEach(() => shop.close());

  for (const command of commands) {
    it(`lets ${command} change nothing`, async () => {
      const guarded = await connectTo({ profile: 'shop' }, { guardRules: () => ({ [cluster]: 'read-only' }) });
      const { resource } = shop.service('checkout');
      const run = await commandNamed(command);
      const mark = shop.server.ledger.mark();
      stage.answer = agree;
      const argument = { resource: { ...resource, connection: guarded } };
      await assert.rejects(run(shop.workbench, argument), /makes .* read-only/);
      assert.deepEqual(shop.server.ledger.changes(mark), []);
      assert.deepEqual(stage.asked, [], 'nothing is asked for nothing');
      guarded.dispose();
    });
  }
});
