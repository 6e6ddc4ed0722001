import { l10n, ProgressLocation, window } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { watchDraining } from '../../../aws/watch/watchDraining.ts';
import { tasksText } from '../../common/countText.ts';
import { describeAwsError } from '../../common/errorText.ts';
import { showInformation } from '../../common/messages.ts';
import { reportError } from '../../common/reportError.ts';
import type { Workbench } from '../../common/workbench.ts';

/** A service that was deleted here. */
export interface StartedDeletion {
  /** One that lives as long as the window. */
  connection: Connection;
  clusterArn: string;
  serviceArn: string;
  serviceName: string;
}

/** Waits in the background until a deleted service and its tasks are gone, and says so. Never rejects. */
export async function followDraining(workbench: Workbench, started: StartedDeletion): Promise<void> {
  const { serviceName } = started;
  try {
    await window.withProgress(
      { location: ProgressLocation.Window, title: l10n.t('Deleting {0}', serviceName) },
      (progress) => follow(started, (message) => progress.report({ message })),
    );
    const text = l10n.t('Service {0} is gone: all its tasks have ended.', serviceName);
    workbench.log.info(text);
    void showInformation(text);
  } catch (error) {
    reportError(workbench.log, l10n.t('The deletion of {0} is no longer followed.', serviceName), error);
  }
}

async function follow(started: StartedDeletion, report: (text: string) => void): Promise<void> {
  const { connection, clusterArn: cluster, serviceArn: service } = started;
  for await (const { state, problem, service: seen } of watchDraining(connection, { cluster, service })) {
    if (problem) report(describeAwsError(problem, { region: connection.region }).message);
    else if (state === 'draining') report(l10n.t('{0} draining', tasksText(seen?.runningCount ?? 0)));
  }
}
