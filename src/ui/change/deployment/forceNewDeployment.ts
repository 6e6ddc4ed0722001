import { l10n } from 'vscode';
import { fetchService } from '../../../aws/read/services.ts';
import { updateService } from '../../../aws/change/updateService.ts';
import { familyRevision, nameOfArn } from '../../../ecs/arn.ts';
import { primaryDeployment } from '../../../ecs/deployment/rollout.ts';
import { serviceStatus } from '../../../ecs/service/serviceStatus.ts';
import { confirmChange } from '../../common/confirmChange.ts';
import { resourceOf } from '../../common/resource.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { assertEcsDeploys } from './deploymentController.ts';
import { deploymentLines } from './deploymentLines.ts';
import { followInBackground } from '../../deployments/followRollout.ts';
import { pickService } from '../../common/pick/servicePicker.ts';

export const failure = (): string => l10n.t('No new deployment was started.');

/** Starts the running revision again, e.g. to pull an image whose tag was moved. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const given = resourceOf(node);
  const target =
    given?.kind === 'service'
      ? given
      : await pickService(await workbench.connections.active(), l10n.t('Force New Deployment'));
  const { connection, clusterArn, serviceArn } = target;
  const service = await fetchService(connection, clusterArn, serviceArn);
  assertEcsDeploys(service);
  const { serviceName = '', taskDefinition = '' } = service;
  const consent = await confirmChange({
    connection,
    operation: 'UpdateService',
    question: l10n.t('Start all tasks of {0} anew?', serviceName),
    resource: l10n.t('service {0}', `${nameOfArn(clusterArn)}/${serviceName}`),
    cluster: nameOfArn(clusterArn),
    changes: [
      replacedText(familyRevision(taskDefinition), serviceStatus(service).desired),
      ...deploymentLines(service),
    ],
    action: l10n.t('Force New Deployment'),
  });
  const input = { cluster: clusterArn, service: serviceName, forceNewDeployment: true };
  const { service: updated, deploymentId } = await updateService(connection, service, input, consent);
  workbench.serviceNews.fire({ connection, service: updated });
  if (!deploymentId) throw new UserError(l10n.t('ECS started no new deployment for {0}.', serviceName));
  const revision = familyRevision(taskDefinition);
  const createdAt = primaryDeployment(updated)?.createdAt;
  followInBackground(workbench, { target, serviceName, deploymentId, revision, createdAt });
}

function replacedText(revision: string, count: number): string {
  return count === 1
    ? l10n.t('New deployment of the running revision {0}: its task is replaced.', revision)
    : l10n.t('New deployment of the running revision {0}: {1} tasks are replaced.', revision, count);
}
