import { l10n } from 'vscode';
import type { SentChanges } from '../common/change/sentChanges.ts';
import { tellSentChanges } from '../common/change/tellSentChanges.ts';
import { isCancellation } from '../common/reportError.ts';
import type { Workbench } from '../common/workbench.ts';
import { openConnectionOf } from '../common/connections/openConnectionOf.ts';
import { deployments } from './deployments.ts';
import { followPending } from './followRollout.ts';
import { type PendingDeployment, pendingDeployments } from './pendingDeployments.ts';

/** Ids of the deployments that are being taken up again. */
class TakenUp {
  readonly ids = new Set<string>();
}

/** Tells of the changes whose answer the earlier window did not live to see, and follows what they began. */
export async function resumeAll(workbench: Workbench, sent: SentChanges): Promise<void> {
  tellSentChanges(sent);
  await resumeDeployments(workbench);
}

/** Goes on following the deployments that were under way when the window was closed, over the connections there are. */
export async function resumeDeployments(workbench: Workbench): Promise<void> {
  const pending = pendingDeployments(workbench.extension.workspaceState, Date.now());
  await Promise.all(pending.map((one) => resume(workbench, one)));
}

async function resume(workbench: Workbench, pending: PendingDeployment): Promise<void> {
  const { deploymentId, serviceName } = pending;
  const { ids } = workbench.own(TakenUp);
  if (ids.has(deploymentId)) return;
  ids.add(deploymentId);
  try {
    const connection = await openConnectionOf(workbench.connections, pending);
    const known = deployments(workbench).get(deploymentId);
    if (!connection || known?.following) return;
    workbench.log.info(l10n.t('Following the deployment of {0} again.', serviceName));
    await followPending(workbench, await deployments(workbench).open(connection, pending));
  } catch (error) {
    if (!isCancellation(error)) workbench.log.warn(`${serviceName}: ${String(error)}`);
  } finally {
    ids.delete(deploymentId);
  }
}
