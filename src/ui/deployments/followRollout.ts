import { commands, l10n, ProgressLocation, window } from 'vscode';
import { describeAwsError } from '../common/errorText.ts';
import { isCancellation, reportError } from '../common/reportError.ts';
import type { CommandId } from '../../manifest.ts';
import type { RolloutSample } from '../../aws/watch/watchRollout.ts';
import { getSetting } from '../common/settings.ts';
import type { ServiceResource } from '../common/resource.ts';
import type { Workbench } from '../common/workbench.ts';
import { deployments } from './deployments.ts';
import type { FollowedDeployment } from './followedDeployment.ts';
import { failureText } from './failureText.ts';
import { forgetDeployment, keepDeployment, type PendingDeployment } from './pendingDeployments.ts';
import { openDeploymentPanel } from './panel/deploymentPanels.ts';
import { endText, isSuccess, progressText } from './rolloutText.ts';
import { showError, showInformation, showWarning } from '../common/messages.ts';

/** A deployment that was started here. */
export interface StartedDeployment {
  target: ServiceResource;
  serviceName: string;
  deploymentId: string;
  /** `family:revision` that it brings. */
  revision: string;
  intent?: PendingDeployment['intent'];
  /** When ECS says that it began; now unless given. */
  createdAt?: Date | undefined;
}

/** Keeps a deployment over reloads, follows it in the background, and says how it ended. Never rejects. */
async function followRollout(workbench: Workbench, started: StartedDeployment): Promise<void> {
  try {
    const pending = await toPending(started);
    await keepDeployment(workbench.extension.workspaceState, pending);
    const followed = await deployments(workbench).open(started.target.connection, pending);
    if (getSetting('ecs.deployments.openView')) openDeploymentPanel(workbench, followed, false);
    await followPending(workbench, followed);
  } catch (error) {
    reportError(workbench.log, l10n.t('Deployment of {0} is no longer followed.', started.serviceName), error);
  }
}

/** For callers that must not wait: a lost connection or a closing window ends it silently. */
export function followInBackground(workbench: Workbench, started: StartedDeployment): void {
  followRollout(workbench, started).catch((error: unknown) => {
    if (!isCancellation(error)) workbench.log.error(String(error));
  });
}

/** Follows what a change of revision started; a server that shows no deployment for it leaves nothing to wait for. */
export function followOrTell(
  workbench: Workbench,
  started: Omit<StartedDeployment, 'deploymentId'> & { deploymentId: string | undefined },
): StartedDeployment | undefined {
  const { serviceName, revision, deploymentId } = started;
  if (deploymentId) {
    const known = { ...started, deploymentId };
    followInBackground(workbench, known);
    return known;
  }
  void showInformation(l10n.t('{0} is set to {1}; ECS shows no deployment for it.', serviceName, revision));
  return undefined;
}

/** Deployments whose end somebody waits for already. */
class Waiting {
  readonly ends = new Map<FollowedDeployment, Promise<void>>();
}

/** Shows a kept deployment's progress in the status bar until its end, announces that once, and forgets it. */
export function followPending(workbench: Workbench, followed: FollowedDeployment): Promise<void> {
  const { ends } = workbench.own(Waiting);
  const known = ends.get(followed);
  if (known) return known;
  const made = followToEnd(workbench, followed).finally(() => ends.delete(followed));
  ends.set(followed, made);
  return made;
}

async function followToEnd(workbench: Workbench, followed: FollowedDeployment): Promise<void> {
  const { revision, serviceName, deploymentId, intent } = followed.deployment;
  const title =
    intent === 'rollBack'
      ? l10n.t('Rolling back {0}', serviceName)
      : l10n.t('Deploying {0} to {1}', revision, serviceName);
  await window.withProgress({ location: ProgressLocation.Window, title }, async (progress) => {
    const subscription = followed.onDidSample((sample) => {
      progress.report({ message: progressOf(sample, followed) });
      share(workbench, followed, sample);
    });
    try {
      await followed.follow();
    } finally {
      subscription.dispose();
    }
  });
  await forgetDeployment(workbench.extension.workspaceState, deploymentId);
  await announce(workbench, followed);
}

function progressOf(sample: RolloutSample, { connection }: FollowedDeployment): string {
  if (sample.problem) return describeAwsError(sample.problem, { region: connection.region }).message;
  return progressText(sample);
}

function share(workbench: Workbench, { connection }: FollowedDeployment, sample: RolloutSample): void {
  if (sample.service && !sample.problem) workbench.serviceNews.fire({ connection, service: sample.service });
}

/** Only what was wanted is called a success. */
async function announce(workbench: Workbench, followed: FollowedDeployment): Promise<void> {
  const { last, deployment } = followed;
  if (!last) return;
  const text = endText(last, deployment);
  const buttons = [showDeployment(), streamLogs()];
  if (isSuccess(last.rollout, deployment)) void offer(showInformation(text, ...buttons), followed);
  else if (isByHand(last)) void offer(showWarning(text, ...buttons), followed);
  else {
    const whole = [text, await failureText(followed)].filter(Boolean).join(' ');
    workbench.log.info(whole);
    return void offer(showError(whole, why(), ...buttons), followed);
  }
  workbench.log.info(text);
}

/** Whether somebody ended it, who may be the person that is told. */
function isByHand({ rollout: { state } }: RolloutSample): boolean {
  return state === 'replaced' || state === 'serviceGone';
}

const showDeployment = (): string => l10n.t('Show Deployment');
const streamLogs = (): string => l10n.t('Stream Logs');
const why = (): string => l10n.t('Why?');

async function offer(answer: Thenable<string | undefined>, { target, deployment }: FollowedDeployment): Promise<void> {
  const logs: CommandId = 'ecs.streamLogs';
  const view: CommandId = 'ecs.showDeployment';
  const answers: CommandId = 'ecs.why';
  const picked = await answer;
  if (picked === why()) await commands.executeCommand(answers, { resource: target });
  if (picked === streamLogs()) await commands.executeCommand(logs, { resource: target });
  if (picked === showDeployment()) await commands.executeCommand(view, { resource: target, deployment });
}

/** The deployment as it is kept over a reload. */
export async function toPending(started: StartedDeployment): Promise<PendingDeployment> {
  const { target, serviceName, deploymentId, revision, intent = 'deploy', createdAt = new Date() } = started;
  const { connection, clusterArn, serviceArn } = target;
  const { account } = await connection.identity();
  return {
    profile: connection.profileLabel,
    region: connection.region,
    account,
    clusterArn,
    serviceArn,
    serviceName,
    deploymentId,
    revision,
    intent,
    startedAt: createdAt.getTime(),
  };
}
