import { l10n, type WebviewPanel } from 'vscode';
import { revisionOf } from '../../../ecs/arn.ts';
import { panelTypes } from '../../../manifest.ts';
import { tabName } from '../../common/tabTitle.ts';
import type { Workbench } from '../../common/workbench.ts';
import { noticeHtml } from '../../webview/pageHtml.ts';
import type { PanelKind } from '../../webview/panelKind.ts';
import { Panels } from '../../webview/panels.ts';
import { isRecord, restoredFrom } from '../../webview/protocol.ts';
import { openConnectionOf } from '../../common/connections/openConnectionOf.ts';
import { deployments } from '../deployments.ts';
import type { FollowedDeployment } from '../followedDeployment.ts';
import type { PendingDeployment } from '../pendingDeployments.ts';
import { DeploymentPanel } from './deploymentPanel.ts';
import { type DeploymentAction, type DeploymentModel, readDeploymentAction } from './deploymentProtocol.ts';

function deploymentKind(workbench: Workbench): PanelKind<FollowedDeployment, DeploymentModel, DeploymentAction> {
  return {
    viewType: panelTypes.deployment,
    page: 'deployment',
    // One tab for each service: the next deployment takes the place of the last.
    keyOf: ({ deployment }) => deployment.serviceArn,
    titleOf: ({ deployment }) => titleOf(deployment),
    readAction: readDeploymentAction,
    fill: (followed, show) => new DeploymentPanel(workbench, followed, show),
  };
}

/** Short, for a tab: the page says the family, and where it runs. */
const titleOf = ({ revision, serviceName }: PendingDeployment): string =>
  `${tabName(serviceName)} → :${revisionOf(revision) ?? revision}`;

/** Shows a deployment in a panel of its own, or brings the panel that it has to the front. */
export function openDeploymentPanel(workbench: Workbench, followed: FollowedDeployment, focus: boolean): void {
  workbench.own(Panels).open(deploymentKind(workbench), followed, focus);
}

/** Fills a panel that VS Code has kept over a reload. */
export async function restoreDeploymentPanel(workbench: Workbench, panel: WebviewPanel, state: unknown): Promise<void> {
  const pending = readPending(restoredFrom(state));
  if (!pending) return panel.dispose();
  panel.title = titleOf(pending);
  const connection = await openConnectionOf(workbench.connections, pending);
  if (connection) {
    const followed = await deployments(workbench).open(connection, pending);
    return workbench.own(Panels).fill(deploymentKind(workbench), followed, panel);
  }
  panel.webview.html = noticeHtml(
    l10n.t(
      'No connection of this window reaches account {0} in {1} as {2}.',
      pending.account,
      pending.region,
      pending.profile,
    ),
  );
}

/** A deployment as the page has kept it; undefined where an older version kept something else. */
function readPending(kept: unknown): PendingDeployment | undefined {
  if (!isRecord(kept) || typeof kept.startedAt !== 'number') return undefined;
  const { profile, region, account, clusterArn, serviceArn, serviceName, deploymentId, revision, intent } = kept;
  const texts = [profile, region, account, clusterArn, serviceArn, serviceName, deploymentId, revision, intent];
  return texts.every((one) => typeof one === 'string') ? (kept as unknown as PendingDeployment) : undefined;
}
