import { type Disposable, window } from 'vscode';
import { panelTypes } from '../../manifest.ts';
import type { Workbench } from '../common/workbench.ts';

/** Brings back the answers that were open before a reload of the window. */
export function registerWhy(workbench: Workbench): Disposable[] {
  return [
    window.registerWebviewPanelSerializer(panelTypes.why, {
      deserializeWebviewPanel: async (panel, state) => {
        const { restoreWhyPanel } = await import('./panel/whyPanels.ts');
        await restoreWhyPanel(workbench, panel, state);
      },
    }),
  ];
}
