import { l10n, type WebviewPanel } from 'vscode';
import { nameOfArn, shortTaskId } from '../../../ecs/arn.ts';
import { panelTypes } from '../../../manifest.ts';
import { openConnectionOf } from '../../common/connections/openConnectionOf.ts';
import { tabName } from '../../common/tabTitle.ts';
import type { Workbench } from '../../common/workbench.ts';
import { noticeHtml } from '../../webview/pageHtml.ts';
import type { PanelKind } from '../../webview/panelKind.ts';
import { Panels } from '../../webview/panels.ts';
import { restoredFrom } from '../../webview/protocol.ts';
import { arnOf, readKeptSubject, subjectOf, type WhySubject } from '../whySubject.ts';
import { WhyPanel } from './whyPanel.ts';
import { readWhyAction, type WhyAction, type WhyModel } from './whyProtocol.ts';

function whyKind(workbench: Workbench): PanelKind<WhySubject, WhyModel, WhyAction> {
  return {
    viewType: panelTypes.why,
    page: 'why',
    keyOf: ({ resource }) => arnOf(resource),
    titleOf: ({ resource }) =>
      l10n.t(
        'Why: {0}',
        resource.kind === 'task' ? shortTaskId(resource.taskArn) : tabName(nameOfArn(resource.serviceArn)),
      ),
    readAction: readWhyAction,
    fill: (subject, show) => new WhyPanel(workbench, subject, show),
  };
}

/** Answers in a panel of its own. */
export function openWhyPanel(workbench: Workbench, subject: WhySubject): void {
  workbench.own(Panels).open(whyKind(workbench), subject, true);
}

/** Fills a panel that VS Code has kept over a reload. */
export async function restoreWhyPanel(workbench: Workbench, panel: WebviewPanel, state: unknown): Promise<void> {
  const kept = readKeptSubject(restoredFrom(state));
  if (!kept) return panel.dispose();
  const connection = await openConnectionOf(workbench.connections, kept);
  if (connection) return workbench.own(Panels).fill(whyKind(workbench), subjectOf(kept, connection), panel);
  panel.webview.html = noticeHtml(
    l10n.t('No connection of this window reaches account {0} in {1} as {2}.', kept.account, kept.region, kept.profile),
  );
}
