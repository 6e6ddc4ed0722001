import type { Service, TaskDefinition } from '@aws-sdk/client-ecs';
import { CancellationError, l10n } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { Consent } from '../../../aws/connection/gate.ts';
import { fetchServicesByName } from '../../../aws/read/services.ts';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision, nameOfArn } from '../../../ecs/arn.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import { reportError } from '../../common/reportError.ts';
import type { ServiceResource } from '../../common/resource.ts';
import type { Workbench } from '../../common/workbench.ts';
import { askAndUpdate } from '../../deployments/startUpdate.ts';
import { describeChanges } from '../taskDefinition/changeLines.ts';
import { assertEcsDeploys } from './deploymentController.ts';
import { deploymentLines } from './deploymentLines.ts';
import { misfitLines } from './misfitLines.ts';
import { followOrTell } from '../../deployments/followRollout.ts';
import { showInformation } from '../../common/messages.ts';
import { offer } from '../../common/offer.ts';
import { deployRevision } from '../../common/waysOut.ts';

interface Step {
  connection: Connection;
  clusterArn: string;
  service: Service;
  taskDefinition: string;
}

/** Brings one revision to several services of a cluster: one question that names them all, then one update each. */
export async function deployToSeveral(
  workbench: Workbench,
  targets: readonly ServiceResource[],
  taskDefinition: string,
): Promise<void> {
  const [{ connection, clusterArn }] = targets as [ServiceResource];
  const names = targets.map(({ serviceArn }) => serviceArn);
  const found = await fetchServicesByName(connection, clusterArn, names);
  found.forEach(assertEcsDeploys);
  const services = found.filter((service) => service.taskDefinition !== taskDefinition);
  const revision = familyRevision(taskDefinition);
  if (services.length === 0) {
    void showInformation(l10n.t('All of them are set to {0} already.', revision));
    return;
  }
  const first = await confirm(connection, services, taskDefinition);
  const done: string[] = [];
  try {
    for (const service of services) {
      await deployTo(workbench, { connection, clusterArn, service, taskDefinition }, first);
      done.push(service.serviceName ?? '');
    }
  } catch (error) {
    if (done.length === 0) throw error;
    const left = services.slice(done.length).map(({ serviceName = '' }) => serviceName);
    const what = l10n.t('{0} was deployed to {1}, but not to {2}.', revision, done.join(', '), left.join(', '));
    if (error instanceof CancellationError) offer('warning', what, deployRevision(taskDefinition, connection));
    else reportError(workbench.log, what, error, workbench.connections.wanted);
  }
}

/** One question for all of them. */
async function confirm(
  connection: Connection,
  services: readonly Service[],
  taskDefinition: string,
  between: readonly string[] = [],
): Promise<Consent> {
  const cluster = nameOfArn(services[0]?.clusterArn ?? '');
  const revision = familyRevision(taskDefinition);
  const [only] = services;
  const after = await fetchTaskDefinition(connection, taskDefinition);
  const misfits = services.flatMap((service) => misfitLines(service, after.taskDefinition));
  return confirmChange({
    connection,
    operation: 'UpdateService',
    question:
      services.length === 1
        ? l10n.t('Deploy {0} to {1}?', revision, only?.serviceName ?? '')
        : l10n.t('Deploy {0} to {1} services?', revision, services.length),
    resource: services.map(({ serviceName = '' }) => `${cluster}/${serviceName}`).join(', '),
    cluster,
    changes: [...misfits, ...(await changesOf(connection, services, after.taskDefinition))],
    between,
    action: misfits.length > 0 ? l10n.t('Deploy Anyway') : l10n.t('Deploy'),
  });
}

/** Deploys with the consent to all; one that was changed meanwhile is asked about alone. */
async function deployTo(
  workbench: Workbench,
  { connection, clusterArn, service, taskDefinition }: Step,
  first: Consent,
): Promise<void> {
  const { serviceArn = '', serviceName = '' } = service;
  const target = { kind: 'service' as const, connection, clusterArn, serviceArn };
  const started = await askAndUpdate(workbench, target, service, {
    title: l10n.t('Deploying {0} to {1}', familyRevision(taskDefinition), serviceName),
    ask: async (seen, between) => ({
      consent: between.length === 0 ? first : await confirm(connection, [seen], taskDefinition, between),
      update: { taskDefinition },
    }),
  });
  if (started) followOrTell(workbench, started);
}

/** What the revision changes, once for each revision that runs, and how each of its services takes it. */
async function changesOf(
  connection: Connection,
  services: readonly Service[],
  after: TaskDefinition,
): Promise<string[]> {
  const running = [...new Set(services.map((service) => service.taskDefinition ?? ''))];
  const parts = running.map(async (one) => {
    const before = await fetchTaskDefinition(connection, one);
    return [
      l10n.t('Task definition: {0} → {1}', familyRevision(one), familyRevision(after.taskDefinitionArn ?? '')),
      ...describeChanges(before.taskDefinition, after),
      ...services
        .filter((service) => (service.taskDefinition ?? '') === one)
        .map((service) => `${service.serviceName}: ${deploymentLines(service).join('; ')}`),
    ];
  });
  return (await Promise.all(parts)).flat();
}
