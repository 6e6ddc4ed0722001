import { AwsError } from '../../../aws/errors.ts';
import type { LoadTools } from './branchNode.ts';
import type { ExplorerNode } from './node.ts';

/**
 * Reads rows; where they may be listed but not described, shows them by their names and then fails all the same, so
 * that an error row says which permission is missing.
 */
export async function listedWhenNotDescribed(
  read: () => Promise<readonly ExplorerNode[]>,
  readNames: () => Promise<readonly ExplorerNode[]>,
  { show }: LoadTools,
): Promise<readonly ExplorerNode[]> {
  try {
    return await read();
  } catch (error) {
    const mayList = error instanceof AwsError && error.kind === 'denied' && /:Describe/.test(error.operation ?? '');
    if (mayList) show(await readNames());
    throw error;
  }
}
