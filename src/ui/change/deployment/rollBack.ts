import type { Service, ServiceDeploymentBrief } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import type { Consent } from '../../../aws/connection/gate.ts';
import { AwsError, historyAccess } from '../../../aws/errors.ts';
import { fetchPreviousRevision } from '../../../aws/read/previousRevision.ts';
import { fetchServiceDeploymentBriefs } from '../../../aws/read/serviceDeployments.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { rollBackServiceDeployment } from '../../../aws/change/deployment.ts';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { runningRecord } from '../../../ecs/deployment/deploymentRecord.ts';
import { olderRevision } from '../../../ecs/service/olderRevision.ts';
import { primaryDeployment } from '../../../ecs/deployment/rollout.ts';
import { describeAwsError } from '../../common/errorText.ts';
import { changeAsSeen } from '../../common/change/changeAsSeen.ts';
import { tasksText } from '../../common/countText.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import { KeptConnections } from '../../common/connections/keptConnections.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import { onService } from '../../common/waysOut.ts';
import type { Workbench } from '../../common/workbench.ts';
import { askAndUpdate } from '../../deployments/startUpdate.ts';
import { describeChanges } from '../taskDefinition/changeLines.ts';
import { chooseServiceToChange } from '../chooseServiceToChange.ts';
import { changedService } from '../../common/change/changedService.ts';
import { assertEcsDeploys } from './deploymentController.ts';
import { deploymentLines } from './deploymentLines.ts';
import { misfitLines } from './misfitLines.ts';
import { followInBackground, followOrTell } from '../../deployments/followRollout.ts';

export const failure = (): string => l10n.t('Nothing was rolled back.');

/** How far back a completed deployment is looked for. */
const limit = 100;

/** Brings a service back: stops the deployment that runs, or deploys the revision that last completed before this one. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = await chooseServiceToChange(workbench, node, l10n.t('Roll Back'));
  const { connection, clusterArn, serviceArn } = target;
  const service = await fetchService(connection, clusterArn, serviceArn);
  assertEcsDeploys(service);
  const { briefs, problem } = await fetchHistory(target);
  const running = runningRecord(briefs)?.serviceDeploymentArn;
  if (running) return stopRunning(workbench, target, service, { running, isFirst: isFirst(service, briefs) });
  const previous = problem ? olderRevision(service) : await fetchPreviousRevision(connection, service, briefs);
  if (previous) return deployPrevious(workbench, target, service, previous);
  throw noPrevious(target, service, problem);
}

/** Whether nothing completed before: then there is nothing to return to. */
function isFirst({ deployments = [] }: Service, briefs: readonly ServiceDeploymentBrief[]): boolean {
  const hasOther = deployments.some(({ status, rolloutState }) => status !== 'PRIMARY' && rolloutState === 'COMPLETED');
  return !hasOther && briefs.length < limit && !briefs.some(({ status }) => status === 'SUCCESSFUL');
}

/** The service's deployments, newest first; none, with why, where a role or a server has no history to give. */
async function fetchHistory({
  connection,
  clusterArn: cluster,
  serviceArn: service,
}: ServiceResource): Promise<{ briefs: ServiceDeploymentBrief[]; problem?: AwsError }> {
  try {
    return { briefs: await fetchServiceDeploymentBriefs(connection, { cluster, service, limit }) };
  } catch (error) {
    if (!(error instanceof AwsError) || historyAccess(error) === 'undecided') throw error;
    return { briefs: [], problem: error };
  }
}

function noPrevious(target: ServiceResource, { serviceName = '' }: Service, problem: AwsError | undefined): UserError {
  const deploy = onService(l10n.t('Deploy to Service…'), 'ecs.deployToService', target);
  const { region } = target.connection;
  if (problem) {
    return new UserError(
      l10n.t(
        'Which revision of {0} completed before cannot be read: {1} Use Deploy to Service and pick one.',
        serviceName,
        describeAwsError(problem, { region }).message,
      ),
      deploy,
    );
  }
  return new UserError(
    l10n.t(
      '{0} has no other revision that completed within the last 90 days and is still ACTIVE. Use Deploy to Service and pick one.',
      serviceName,
    ),
    deploy,
  );
}

async function stopRunning(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  { running: arn, isFirst: isOnly }: { running: string; isFirst: boolean },
): Promise<void> {
  const { serviceName = '' } = service;
  const stopped = await changeAsSeen(target, service, {
    title: l10n.t('Rolling back {0}', serviceName),
    ask: async (seen, between) => {
      const running = between.length > 0 ? await runningDeployment(target) : arn;
      if (running === undefined) throw endedMeanwhile(seen, between);
      return { consent: await confirmStop(target, seen, { isOnly, between }), running };
    },
    send: async (session, seen, { consent, running }, signal) => {
      await workbench.own(KeptConnections).of(session);
      await rollBackServiceDeployment(session, running, consent, signal);
      return primaryDeployment(seen);
    },
  });
  if (!stopped) return;
  const { id: deploymentId = '', taskDefinition = '', createdAt } = stopped;
  const revision = familyRevision(taskDefinition);
  followInBackground(workbench, { target, serviceName, deploymentId, revision, intent: 'rollBack', createdAt });
}

async function runningDeployment(target: ServiceResource): Promise<string | undefined> {
  return runningRecord((await fetchHistory(target)).briefs)?.serviceDeploymentArn;
}

function endedMeanwhile({ serviceName = '' }: Service, between: readonly string[]): UserError {
  return new UserError(
    l10n.t('No deployment of {0} is under way any more, so nothing was sent. {1}', serviceName, between.join(' ')),
  );
}

function confirmStop(
  { connection }: ServiceResource,
  service: Service,
  { isOnly, between }: { isOnly: boolean; between: readonly string[] },
): Promise<Consent> {
  const { serviceName = '' } = service;
  const primary = primaryDeployment(service);
  const revision = familyRevision(primary?.taskDefinition ?? '');
  return confirmChange({
    connection,
    operation: 'StopServiceDeployment',
    question: isOnly
      ? l10n.t('Stop the first deployment of {0} to {1}?', revision, serviceName)
      : l10n.t('Stop the deployment of {0} to {1} and roll it back?', revision, serviceName),
    ...changedService(service),
    changes: [
      isOnly
        ? l10n.t(
            'Nothing completed before it, so there is no revision to return to: deploy another one, or delete the service.',
          )
        : l10n.t('The running deployment is stopped; ECS returns to the service revision that completed last.'),
      l10n.t('Running {2} now: {0} of {1}', primary?.runningCount ?? 0, tasksText(service.desiredCount ?? 0), revision),
    ],
    between,
    action: isOnly ? l10n.t('Stop Deployment') : l10n.t('Roll Back'),
  });
}

async function deployPrevious(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  taskDefinition: string,
): Promise<void> {
  const revision = familyRevision(taskDefinition);
  const { serviceName = '' } = service;
  const started = await askAndUpdate(workbench, target, service, {
    title: l10n.t('Rolling back {0} to {1}', serviceName, revision),
    ask: async (seen, between) => ({
      consent: await confirmPrevious(target, seen, { taskDefinition, between }),
      update: { taskDefinition },
    }),
  });
  if (started) followOrTell(workbench, started);
}

async function confirmPrevious(
  { connection }: ServiceResource,
  service: Service,
  { taskDefinition, between }: { taskDefinition: string; between: readonly string[] },
): Promise<Consent> {
  const { serviceName = '', taskDefinition: now = '' } = service;
  const [before, after] = await Promise.all([
    fetchTaskDefinition(connection, now),
    fetchTaskDefinition(connection, taskDefinition),
  ]);
  const revision = familyRevision(taskDefinition);
  const misfits = misfitLines(service, after.taskDefinition);
  return confirmChange({
    connection,
    operation: 'UpdateService',
    question: l10n.t('Roll {0} back to {1}?', serviceName, revision),
    ...changedService(service),
    changes: [
      ...misfits,
      l10n.t('Task definition: {0} → {1}, which completed last before it', familyRevision(now), revision),
      ...describeChanges(before.taskDefinition, after.taskDefinition),
      ...deploymentLines(service),
    ],
    between,
    action: misfits.length > 0 ? l10n.t('Roll Back Anyway') : l10n.t('Roll Back'),
  });
}
