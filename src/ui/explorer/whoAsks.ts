import { fetchSharedConfig, sourceChain } from '../../aws/profile/configFiles.ts';
import type { ConnectionRoot } from '../common/connections/connectionChoice.ts';
import type { ShownConnection } from './nodes/connectionNode.ts';

/** The connections, each with whether it asks for the code of an MFA device, by what the configuration files say. */
export async function whoAsks(roots: readonly ConnectionRoot[]): Promise<ShownConnection[]> {
  const config = await fetchSharedConfig();
  return roots.map((root) => ({
    ...root,
    asksPerson: sourceChain(config, root.profile).some((section) => section['mfa_serial'] !== undefined),
  }));
}
