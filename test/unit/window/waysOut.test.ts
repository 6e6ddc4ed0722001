import { type CommandStage, openStage } from '../change/commandStage.ts';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { AwsError, type AwsErrorKind } from '../../../src/aws/errors.ts';
import { type CommandId, commandIds } from '../../../src/manifest.ts';
import type { CommandTable } from '../../../src/ui/commands.ts';
import { eventually } from '../../support/eventually.ts';
import { commands, stage } from '../../support/vscodeStandIn.ts';

/** What is in the way, and the button that leads out of it. */
const buttons: Readonly<Record<Exclude<AwsErrorKind, 'aborted'>, string>> = {
  badConfig: 'Open Config File',
  badEndpoint: 'Show Log',
  badProfile: 'Select Profile',
  badRegion: 'Select Region',
  changed: 'Show Log',
  clockSkew: 'Try Again',
  credentialSource: 'Select Profile',
  denied: 'Select Profile',
  ended: 'Try Again',
  expired: 'Sign In',
  invalid: 'Show Log',
  invalidCredentials: 'Select Profile',
  malformed: 'Try Again',
  mfaNeeded: 'Sign In',
  network: 'Try Again',
  noCredentials: 'Select Profile',
  noRegion: 'Select Region',
  notConfigured: 'Open Config File',
  notFound: 'Show Log',
  refused: 'Show Log',
  server: 'Try Again',
  signInDeclined: 'Sign In',
  signInTimedOut: 'Sign In',
  throttled: 'Try Again',
  uncertain: 'Refresh',
  unknown: 'Show Log',
  unsupported: 'Show Log',
  untrusted: 'Show Log',
};

describe('a command that fails', () => {
  let shop: CommandStage;
  let fails: unknown;
  let registered: { dispose(): void }[];
  const calls: unknown[][] = [];

  before(async () => {
    shop = await openStage();
    const { registerCommands } = await import('../../../src/ui/commands.ts');
    const run = async (_workbench: unknown, ...args: unknown[]): Promise<void> => {
      calls.push(args);
      const error = fails;
      fails = undefined;
      if (error) throw error as Error;
    };
    const load = (id: CommandId) => async () => ({ [id]: { run, failure: () => 'It was not done.' } });
    const table = Object.fromEntries(commandIds.map((id) => [id, load(id)]));
    registered = registerCommands(shop.workbench, table as unknown as CommandTable);
  });
  beforeEach(() => {
    stage.clear();
    calls.length = 0;
  });
  after(async () => {
    for (const one of registered) one.dispose();
    await shop.close();
  });

  for (const [kind, button] of Object.entries(buttons)) {
    it(`for “${kind}” has the button ${button}`, async () => {
      fails = new AwsError(kind as AwsErrorKind, 'Why.');
      await commands.executeCommand('ecs.registerRevision');
      assert.deepEqual(
        stage.said.map((said) => said.buttons),
        [[button]],
      );
    });
  }

  it('is run anew with all that it was given', async () => {
    fails = new AwsError('network', 'No way.', { code: 'ECONNREFUSED' });
    stage.press = (shown) => shown.find((title) => title === 'Try Again');
    const rows = [{ row: 1 }, [{ row: 1 }, { row: 2 }]];
    await commands.executeCommand('ecs.deregisterRevisions', ...rows);
    await eventually('the second run', async () => calls.length === 2 || undefined);
    assert.deepEqual(calls, [rows, rows]);
    assert.equal(stage.said.length, 1);
  });
});
