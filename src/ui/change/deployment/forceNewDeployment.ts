import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import type { Consent } from '../../../aws/connection/gate.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { serviceStatus } from '../../../ecs/service/serviceStatus.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import type { ServiceResource } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import { changedService } from '../../common/change/changedService.ts';
import { chooseServiceToChange } from '../chooseServiceToChange.ts';
import type { Workbench } from '../../common/workbench.ts';
import { askAndUpdate } from '../../deployments/startUpdate.ts';
import { assertEcsDeploys } from './deploymentController.ts';
import { deploymentLines } from './deploymentLines.ts';
import { followInBackground } from '../../deployments/followRollout.ts';

export const failure = (): string => l10n.t('No new deployment was started.');

/** Starts the running revision again, e.g. to pull an image whose tag was moved. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = await chooseServiceToChange(workbench, node, l10n.t('Force New Deployment'));
  const { connection, clusterArn, serviceArn } = target;
  const service = await fetchService(connection, clusterArn, serviceArn);
  assertEcsDeploys(service);
  const { serviceName = '' } = service;
  const started = await askAndUpdate(workbench, target, service, {
    title: l10n.t('Starting all tasks of {0} anew', serviceName),
    ask: async (seen, between) => ({
      consent: await confirm(target, seen, between),
      update: { forceNewDeployment: true },
    }),
  });
  if (!started) return;
  const { deploymentId } = started;
  if (!deploymentId) throw new UserError(l10n.t('ECS started no new deployment for {0}.', serviceName));
  followInBackground(workbench, { ...started, deploymentId });
}

function confirm({ connection }: ServiceResource, service: Service, between: readonly string[]): Promise<Consent> {
  const { serviceName = '', taskDefinition = '' } = service;
  return confirmChange({
    connection,
    operation: 'UpdateService',
    question: l10n.t('Start all tasks of {0} anew?', serviceName),
    ...changedService(service),
    changes: [
      replacedText(familyRevision(taskDefinition), serviceStatus(service).desired),
      ...deploymentLines(service),
    ],
    between,
    action: l10n.t('Force New Deployment'),
  });
}

function replacedText(revision: string, count: number): string {
  return count === 1
    ? l10n.t('New deployment of the running revision {0}: its task is replaced.', revision)
    : l10n.t('New deployment of the running revision {0}: {1} tasks are replaced.', revision, count);
}
