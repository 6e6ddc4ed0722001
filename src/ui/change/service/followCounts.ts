import { l10n, ProgressLocation, window } from 'vscode';
import { type CountSample, watchCounts } from '../../../aws/watch/watchCounts.ts';
import { tasksText } from '../../common/countText.ts';
import { describeAwsError } from '../../common/errorText.ts';
import { KeptConnections } from '../../common/connections/keptConnections.ts';
import { reportError } from '../../common/reportError.ts';
import type { ServiceResource } from '../../common/resource.ts';
import type { Workbench } from '../../common/workbench.ts';
import { showError, showInformation } from '../../common/messages.ts';
import { offer } from '../../common/offer.ts';
import { onService } from '../../common/waysOut.ts';

/** A change of the desired count that was made here. */
export interface StartedScaling {
  target: ServiceResource;
  serviceName: string;
  desired: number;
  /** What goes on, where it is not scaling: “Pausing checkout”. */
  title?: string;
}

/** Waits in the background until the service runs that many tasks, and says so. Never rejects. */
export async function followCounts(workbench: Workbench, started: StartedScaling): Promise<void> {
  const { serviceName, desired, title = l10n.t('Scaling {0} to {1}', serviceName, desired) } = started;
  try {
    const connection = await workbench.own(KeptConnections).of(started.target.connection);
    const kept = { ...started, target: { ...started.target, connection } };
    await window.withProgress({ location: ProgressLocation.Window, title }, (progress) =>
      follow(workbench, kept, (message) => progress.report({ message })),
    );
  } catch (error) {
    reportError(workbench.log, l10n.t('Scaling of {0} is no longer followed.', serviceName), error);
  }
}

async function follow(workbench: Workbench, started: StartedScaling, report: (text: string) => void): Promise<void> {
  const { target, serviceName: service, desired } = started;
  const { connection, clusterArn: cluster } = target;
  let last: CountSample | undefined;
  for await (const sample of watchCounts(connection, { cluster, service, desired })) {
    last = sample;
    if (sample.problem) report(describeAwsError(sample.problem, { region: connection.region }).message);
    else report(countsText(sample.service?.runningCount ?? 0, desired));
    if (sample.service && !sample.problem) workbench.serviceNews.fire({ connection, service: sample.service });
  }
  announce(workbench, started, last);
}

function countsText(running: number, desired: number): string {
  return desired === 0 ? l10n.t('{0} running', running) : l10n.t('{0} of {1} running', running, desired);
}

function announce(
  workbench: Workbench,
  { target, serviceName, desired }: StartedScaling,
  last: CountSample | undefined,
): void {
  switch (last?.state) {
    case 'reached': {
      const text = l10n.t('{0} runs {1}.', serviceName, tasksText(desired));
      workbench.log.info(text);
      void showInformation(text);
      return;
    }
    case 'changed':
      offer(
        'warning',
        l10n.t(
          '{0} was set to {1} meanwhile, not {2}: by somebody else, or by auto scaling.',
          serviceName,
          tasksText(last.service?.desiredCount ?? 0),
          desired,
        ),
        onService(l10n.t('Scale Service…'), 'ecs.scaleService', target),
      );
      return;
    case 'gone':
      void showError(l10n.t('Service {0} was deleted while it was being scaled.', serviceName));
      return;
    case 'under way':
    case undefined:
  }
}
