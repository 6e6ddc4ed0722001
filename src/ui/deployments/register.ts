import { type Disposable, window } from 'vscode';
import { panelTypes } from '../../manifest.ts';
import type { Workbench } from '../common/workbench.ts';
import { pendingDeployments } from './pendingDeployments.ts';

/** Brings back what a reload of the window interrupted: deployments that are under way, and panels that show one. */
export function registerDeployments(workbench: Workbench): Disposable[] {
  const resume = (): void => {
    if (pendingDeployments(workbench.extension.workspaceState, Date.now()).length === 0) return;
    void import('./resumeDeployments.ts').then(({ resumeDeployments }) => resumeDeployments(workbench));
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
