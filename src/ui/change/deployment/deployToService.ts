import type { Service } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { Consent } from '../../../aws/connection/gate.ts';
import { fetchService } from '../../../aws/read/services.ts';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision, nameOfArn } from '../../../ecs/arn.ts';
import { primaryDeployment, deploymentState } from '../../../ecs/deployment/rollout.ts';
import { assertMayChange, confirmChange } from '../../common/change/confirmChange.ts';
import { type ServiceResource, resourceOf } from '../../common/resource.ts';
import { changedService } from '../../common/change/changedService.ts';
import type { Workbench } from '../../common/workbench.ts';
import { askAndUpdate } from '../../deployments/startUpdate.ts';
import { describeChanges } from '../taskDefinition/changeLines.ts';
import { costLines } from './costLine.ts';
import { createServiceOf } from '../newService/createService.ts';
import { assertEcsDeploys } from './deploymentController.ts';
import { chooseDeployTarget } from './deployTarget.ts';
import { deployToSeveral } from './deployToSeveral.ts';
import { deploymentLines } from './deploymentLines.ts';
import { fetchLastTarget, rememberTarget } from './lastTarget.ts';
import { misfitLines } from './misfitLines.ts';
import { followOrTell, type StartedDeployment } from '../../deployments/followRollout.ts';
import { pickRevision } from '../../common/pick/revisionPicker.ts';
import { pickService } from '../../common/pick/servicePicker.ts';
import { showInformation } from '../../common/messages.ts';
import { offer } from '../../common/offer.ts';
import { onService } from '../../common/waysOut.ts';

export const failure = (): string => l10n.t('Nothing was deployed.');

/** A revision to deploy, as “Register Revision” offers it. */
export interface RevisionToDeploy {
  taskDefinitionArn: string;
  /** Where it was registered; the active connection unless given. */
  connection?: Connection;
}

/** Brings a revision to a service: shows what changes and how, asks, updates, and follows the rollout. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  await deployToService(workbench, argument);
}

/** The deployment that came of it, or undefined where the service has the revision already. */
export async function deployToService(workbench: Workbench, argument: unknown): Promise<StartedDeployment | undefined> {
  const given = resourceOf(argument);
  const revision = isRevision(argument) ? argument : undefined;
  if (given?.kind === 'service') return deployTo(workbench, given, revision?.taskDefinitionArn);
  if (!revision) {
    const connection = await workbench.connections.active();
    return deployTo(workbench, await pickService(connection, l10n.t('Deploy to Service')), undefined);
  }
  return deployRevision(workbench, revision);
}

/** Asks where a revision is to go, and brings it there: to a service, to several, or to a new one. */
async function deployRevision(
  workbench: Workbench,
  { taskDefinitionArn, connection: given }: RevisionToDeploy,
): Promise<StartedDeployment | undefined> {
  const connection = given ?? (await workbench.connections.active());
  const last = await fetchLastTarget(workbench, connection, taskDefinitionArn);
  const target = await chooseDeployTarget({ connection, taskDefinitionArn, last });
  if ('newService' in target) {
    const started = await createServiceOf(workbench, connection, { ...target.newService, taskDefinitionArn });
    if (started) await rememberTarget(workbench, taskDefinitionArn, started.target);
    return started;
  }
  const [service, ...others] = target.services;
  if (!service) return undefined;
  if (others.length === 0) return deployTo(workbench, service, taskDefinitionArn);
  await assertMayChange(connection, nameOfArn(service.clusterArn));
  await deployToSeveral(workbench, target.services, taskDefinitionArn);
  return undefined;
}

async function deployTo(
  workbench: Workbench,
  target: ServiceResource,
  revision: string | undefined,
): Promise<StartedDeployment | undefined> {
  await assertMayChange(target.connection, nameOfArn(target.clusterArn));
  const service = await fetchService(target.connection, target.clusterArn, target.serviceArn);
  assertEcsDeploys(service);
  return deploy(workbench, target, service, revision ?? (await pickRevision(target.connection, service)));
}

/** A service may have a revision that does not run: then nothing is called done. */
function tellSame(target: ServiceResource, service: Service, revision: string): undefined {
  const { serviceName = '' } = service;
  const primary = primaryDeployment(service);
  switch (primary && deploymentState(primary, service)) {
    case 'failed':
    case 'rolledBack':
      offer(
        'warning',
        l10n.t(
          '{0} is set to {1} already, but its deployment failed. Force New Deployment tries it again.',
          serviceName,
          revision,
        ),
        onService(l10n.t('Force New Deployment…'), 'ecs.forceNewDeployment', target),
      );
      return undefined;
    case 'inProgress':
    case 'returning':
      offer(
        'information',
        l10n.t('{1} is already being deployed to {0}.', serviceName, revision),
        onService(l10n.t('Show Deployment'), 'ecs.showDeployment', target),
      );
      return undefined;
    case 'completed':
    case 'replaced':
    case undefined:
      void showInformation(l10n.t('{0} is already running {1}.', serviceName, revision));
  }
  return undefined;
}

async function deploy(
  workbench: Workbench,
  target: ServiceResource,
  service: Service,
  taskDefinition: string,
): Promise<StartedDeployment | undefined> {
  const revision = familyRevision(taskDefinition);
  const { serviceName = '' } = service;
  const started = await askAndUpdate(workbench, target, service, {
    title: l10n.t('Deploying {0} to {1}', revision, serviceName),
    ask: async (seen, between) => {
      if (runs(seen, taskDefinition)) return tellSame(target, seen, revision);
      return {
        consent: await confirm(target.connection, seen, { taskDefinition, between }),
        update: { taskDefinition },
      };
    },
  });
  if (!started) return undefined;
  await rememberTarget(workbench, taskDefinition, target);
  return followOrTell(workbench, started);
}

async function confirm(
  connection: Connection,
  service: Service,
  { taskDefinition, between }: { taskDefinition: string; between: readonly string[] },
): Promise<Consent> {
  const { serviceName = '', taskDefinition: running = '' } = service;
  const [before, after] = await Promise.all([
    fetchTaskDefinition(connection, running),
    fetchTaskDefinition(connection, taskDefinition),
  ]);
  const revision = familyRevision(taskDefinition);
  const misfits = misfitLines(service, after.taskDefinition);
  return confirmChange({
    connection,
    operation: 'UpdateService',
    question: l10n.t('Deploy {0} to {1}?', revision, serviceName),
    ...changedService(service),
    changes: [
      ...misfits,
      l10n.t('Task definition: {0} → {1}', familyRevision(running), revision),
      ...describeChanges(before.taskDefinition, after.taskDefinition),
      ...costLines(connection.region, service, before.taskDefinition, after.taskDefinition),
      ...deploymentLines(service),
    ],
    between,
    action: misfits.length > 0 ? l10n.t('Deploy Anyway') : l10n.t('Deploy'),
  });
}

/** Whether the service is set to the revision, and not on its way away from it. */
function runs(service: Service, taskDefinition: string): boolean {
  return service.taskDefinition === taskDefinition && primaryDeployment(service)?.taskDefinition === taskDefinition;
}

function isRevision(argument: unknown): argument is RevisionToDeploy {
  return typeof argument === 'object' && argument !== null && 'taskDefinitionArn' in argument;
}
