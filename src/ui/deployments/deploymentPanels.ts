import { l10n, ViewColumn, type WebviewPanel, window } from 'vscode';
import { panelTypes } from '../../manifest.ts';
import type { Workbench } from '../common/workbench.ts';
import { deployments } from './deployments.ts';
import type { FollowedDeployment } from './followedDeployment.ts';
import type { PendingDeployment } from './pendingDeployments.ts';
import { connectionOf } from './connectionOf.ts';
import { DeploymentPanel } from './deploymentPanel.ts';
import { escapeHtml } from './html.ts';

/** The panels that are open, by the id of their deployment. */
class OpenPanels {
  readonly byDeployment = new Map<string, { panel: WebviewPanel; connection: FollowedDeployment['connection'] }>();
}

/** Shows a deployment in a panel of its own, or brings the panel that it has to the front. */
export function openDeploymentPanel(workbench: Workbench, followed: FollowedDeployment, focus: boolean): void {
  const known = workbench.own(OpenPanels).byDeployment.get(followed.deployment.deploymentId);
  if (known?.connection === followed.connection) return known.panel.reveal(undefined, !focus);
  known?.panel.dispose();
  const showOptions = { viewColumn: ViewColumn.Active, preserveFocus: !focus };
  attach(
    workbench,
    window.createWebviewPanel(panelTypes.deployment, '', showOptions, { enableScripts: true }),
    followed,
  );
}

/** Fills a panel that VS Code has kept over a reload. */
export async function restoreDeploymentPanel(workbench: Workbench, panel: WebviewPanel, state: unknown): Promise<void> {
  const pending = state as PendingDeployment | undefined;
  if (typeof pending?.deploymentId !== 'string') return panel.dispose();
  panel.title = l10n.t('{0} → {1}', pending.revision, pending.serviceName);
  const connection = await connectionOf(workbench, pending);
  if (connection) return attach(workbench, panel, deployments(workbench).open(connection, pending));
  panel.webview.html = escapeHtml(
    l10n.t(
      'No connection of this window reaches account {0} in {1} as {2}.',
      pending.account,
      pending.region,
      pending.profile,
    ),
  );
}

function attach(workbench: Workbench, panel: WebviewPanel, followed: FollowedDeployment): void {
  const { deploymentId } = followed.deployment;
  const open = workbench.own(OpenPanels).byDeployment;
  const shown = new DeploymentPanel(workbench, panel, followed);
  open.set(deploymentId, { panel, connection: followed.connection });
  panel.onDidDispose(() => {
    shown.dispose();
    if (open.get(deploymentId)?.panel === panel) open.delete(deploymentId);
  });
}
