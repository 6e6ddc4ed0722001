import '../../support/useVscodeStandIn.ts';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connections } from '../../../src/ui/common/connections/connections.ts';
import { useAwsFiles } from '../../support/awsFiles.ts';

describe('the list of what a person can connect to', () => {
  let files: { remove(): Promise<void> };

  before(async () => {
    files = await useAwsFiles({
      keys: { settings: { region: 'eu-west-3' } },
      portal: { settings: { region: 'eu-west-1', sso_session: 'shop', sso_account_id: '111122223333' } },
    });
  });
  after(() => files.remove());

  const offered = async (profile: string): Promise<(string | undefined)[]> => {
    const { connectionItems } = await import('../../../src/ui/connect/connectionItems.ts');
    const root = { key: profile, profile, region: 'eu-west-3', active: true, pinned: true };
    const items = await connectionItems({ all: async () => [root] } as unknown as Connections);
    return items.flatMap(({ action }) => action ?? []);
  };

  it('offers to sign in only where the profile signs in', async () => {
    assert.deepEqual(await offered('portal'), ['region', 'signIn', 'openConfigFile']);
    assert.deepEqual(await offered('keys'), ['region', 'openConfigFile']);
  });

  it('leads to the configuration file where there is no profile yet', async () => {
    assert.deepEqual(await offered(''), ['region', 'openConfigFile']);
  });
});
