import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { eventually } from '../../support/eventually.ts';
import { stage } from '../../support/vscodeStandIn.ts';
import { commandNamed } from './commandNamed.ts';
import { type CommandStage, openStage } from './commandStage.ts';

/** What a person sees of a change that AWS is slow to take, and what becomes of it when they leave. */
describe('a change that takes long', () => {
  let shop: CommandStage;

  beforeEach(async () => {
    stage.clear();
    shop = await openStage();
    stage.answer = ({ text }) => (text.includes('Start all tasks') ? 'Force New Deployment' : undefined);
  });
  afterEach(() => shop.close());

  const start = async (): Promise<Error | undefined> => {
    const run = await commandNamed('forceNewDeployment');
    return run(shop.workbench, shop.service('checkout')).then(
      () => undefined,
      (error: Error) => error,
    );
  };
  const shown = (text: string) =>
    eventually(text, async () => stage.progress.find(({ message }) => message.includes(text)));

  it('is shown at once', async () => {
    const ended = start();
    await eventually(
      'progress',
      async () => stage.progress.some(({ title }) => title === 'Starting all tasks of checkout anew') || undefined,
    );
    await ended;
  });

  it('can be left as long as nothing was sent, and says that nothing was', async () => {
    shop.server.faults.add({ operation: 'ecs:DescribeServices', kind: 'hang', skip: 1 });
    const mark = shop.server.ledger.mark();
    const ended = start();
    (await shown('nothing was sent yet')).cancel();
    assert.equal((await ended)?.constructor.name, 'CancellationError');
    assert.deepEqual(shop.server.ledger.changes(mark), []);
    assert.ok(stage.said.some(({ text }) => text.includes('cancelled before anything was sent')));
  });

  it('says when it was sent, and offers no more to leave it', async () => {
    shop.server.faults.add({ operation: 'ecs:UpdateService', kind: 'slowBody', ms: 3000 });
    const ended = start();
    const late = await shown('AWS has not answered yet');
    assert.equal(late.cancellable, false);
    assert.equal(await ended, undefined);
  });
});
