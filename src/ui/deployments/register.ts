import { type Disposable, window } from 'vscode';
import { panelTypes } from '../../manifest.ts';
import type { SentChanges } from '../common/change/sentChanges.ts';
import type { Workbench } from '../common/workbench.ts';
import { pendingDeployments } from './pendingDeployments.ts';

/**
 * Brings back what a reload of the window interrupted: deployments that are under way, panels that show one, and word of
 * the changes that were `sent` and not answered.
 */
export function registerDeployments(workbench: Workbench, sent: SentChanges): Disposable[] {
  const resume = (): void => {
    const pending = pendingDeployments(workbench.extension.workspaceState, Date.now());
    if (pending.length + sent.left.length === 0) return;
    void import('./resumeDeployments.ts').then(({ resumeAll }) => resumeAll(workbench, sent));
  };
  resume();
  return [
    workbench.connections.onDidChange(resume),
    window.registerWebviewPanelSerializer(panelTypes.deployment, {
      deserializeWebviewPanel: async (panel, state) => {
        const { restoreDeploymentPanel } = await import('./panel/deploymentPanels.ts');
        await restoreDeploymentPanel(workbench, panel, state);
      },
    }),
  ];
}
