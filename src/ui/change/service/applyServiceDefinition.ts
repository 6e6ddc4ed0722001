import type { Service } from '@aws-sdk/client-ecs';
import { commands, l10n, workspace } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { findService } from '../../../aws/read/services.ts';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { nameOfArn } from '../../../ecs/arn.ts';
import { serviceAsFile, type ServiceChange, serviceDifference } from '../../../ecs/service/serviceDifference.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import { UserError } from '../../common/userError.ts';
import { tabName } from '../../common/tabTitle.ts';
import { virtualDocument } from '../../common/virtualDocuments.ts';
import type { Workbench } from '../../common/workbench.ts';
import { fetchKnownScaling, scalingWarnings } from './autoScaling.ts';
import { assertEcsDeploys } from '../deployment/deploymentController.ts';
import { deploymentLines } from '../deployment/deploymentLines.ts';
import { type AgreedUpdate, askAndUpdate, type UpdateStart } from '../../deployments/startUpdate.ts';
import { followInBackground } from '../../deployments/followRollout.ts';
import { chooseDocument } from '../../common/documents/chooseDocument.ts';
import { readWithSiblings } from '../../common/documents/readDocument.ts';
import { pickFamily } from '../../common/pick/familyPicker.ts';
import { fileMisfits } from './fileMisfits.ts';
import { readServiceFile, type ServiceFile } from './serviceFile.ts';
import { startService } from '../newService/startService.ts';
import { verifiedLines } from '../taskDefinition/verifiedLines.ts';
import { pickCluster } from '../../common/pick/servicePicker.ts';
import { showInformation } from '../../common/messages.ts';

export const failure = (): string => l10n.t('The service is as it was.');

/** A file that has been read, with the connection and cluster that it is for. */
interface Plan extends ServiceFile {
  connection: Connection;
  /** Name or ARN. */
  cluster: string;
  path: string;
}

/** Creates the service of a service-definition file, or brings the one there is to what the file says. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  const document = await chooseDocument(argument, 'service');
  const file = await readServiceFile(await readWithSiblings(document));
  const connection = await workbench.connections.forUri(document.uri);
  const cluster = file.input.cluster || (await pickCluster(connection, l10n.t('Create or Update Service')));
  await resolveRevision(connection, file.input);
  const remarks = [...file.remarks, ...(await verifiedLines(workbench, document, connection))];
  const plan: Plan = { ...file, remarks, connection, cluster, path: workspace.asRelativePath(document.uri) };
  const service = await findService(connection, cluster, file.input.serviceName);
  if (service && service.status !== 'INACTIVE') await update(workbench, plan, service);
  else if (file.update) throw notThere(file.input.serviceName, cluster);
  else await create(workbench, plan);
}

/** A family stands for its latest revision: the confirmation names the one that will be deployed. */
async function resolveRevision(connection: Connection, input: ServiceFile['input']): Promise<void> {
  if (!input.taskDefinition) return;
  const { taskDefinition } = await fetchTaskDefinition(connection, input.taskDefinition);
  input.taskDefinition = taskDefinition.taskDefinitionArn ?? input.taskDefinition;
}

async function create(workbench: Workbench, { connection, cluster, input, remarks, path }: Plan): Promise<void> {
  const { serviceName } = input;
  // Files of ecspresso leave it to the task-definition file beside them.
  if (!input.taskDefinition && input.deploymentController?.type !== 'EXTERNAL') {
    input.taskDefinition = await pickFamily(connection, l10n.t('Create or Update Service'));
    await resolveRevision(connection, input);
  }
  await showDifference(
    workbench,
    connection,
    l10n.t('{0} (did not exist before)', serviceName),
    {},
    shown(input),
    path,
  );
  const members = Object.entries(input).filter(([member]) => member !== 'cluster' && member !== 'serviceName');
  const misfits = await fileMisfits(connection, input);
  const consent = await confirmChange({
    connection,
    operation: 'CreateService',
    question: l10n.t('Create service {0}?', serviceName),
    resource: l10n.t('service {0}', `${nameOfArn(cluster)}/${serviceName}`),
    cluster: nameOfArn(cluster),
    changes: [
      ...misfits,
      l10n.t('From {0}', path),
      ...members.map(([member, value]) => `  ${member}: ${brief(value)}`),
      ...remarks,
    ],
    action: misfits.length > 0 ? l10n.t('Create Anyway') : l10n.t('Create'),
  });
  await startService(workbench, connection, { input: { ...input, cluster }, consent, refresh: {} });
}

async function update(workbench: Workbench, plan: Plan, service: Service): Promise<void> {
  const { connection, input } = plan;
  const { clusterArn = plan.cluster, serviceArn = '' } = service;
  const target = { kind: 'service' as const, connection, clusterArn, serviceArn };
  const started = await askAndUpdate(workbench, target, service, {
    title: l10n.t('Updating {0}', input.serviceName),
    ask: (seen, between) => agree(workbench, plan, seen, between),
  });
  if (started) follow(workbench, started);
}

async function agree(
  workbench: Workbench,
  plan: Plan,
  service: Service,
  between: readonly string[],
): Promise<AgreedUpdate | undefined> {
  const { connection, cluster, input, remarks, path } = plan;
  const { serviceName } = input;
  const { changes, fixed, update: changed } = serviceDifference(input, service);
  if (fixed.length > 0) throw cannotChange(serviceName, fixed);
  const forced = plan.update?.forceNewDeployment === true;
  if (changes.length === 0 && !forced) {
    void showInformation(l10n.t('{0} is already as {1} says.', serviceName, path));
    return undefined;
  }
  if (changed.taskDefinition !== undefined || forced) assertEcsDeploys(service);
  const warnings = await countWarnings(plan, service, changed.desiredCount);
  await showDifference(workbench, connection, serviceName, serviceAsFile(input, service), shown(input), path);
  const misfits = await fileMisfits(connection, input, service);
  const consent = await confirmChange({
    connection,
    operation: 'UpdateService',
    question: l10n.t('Update service {0}?', serviceName),
    resource: l10n.t('service {0}', `${nameOfArn(cluster)}/${serviceName}`),
    cluster: nameOfArn(cluster),
    changes: [
      ...misfits,
      l10n.t('From {0}', path),
      ...changes.map(({ member, before, after }) => `  ${member}: ${brief(before)} → ${brief(after)}`),
      ...(forced ? [l10n.t('  forceNewDeployment: all tasks are replaced')] : []),
      ...warnings,
      ...deploymentLines({
        ...service,
        deploymentConfiguration: input.deploymentConfiguration ?? service.deploymentConfiguration,
      }),
      ...remarks,
    ],
    between,
    action: misfits.length > 0 ? l10n.t('Update Anyway') : l10n.t('Update'),
  });
  return { consent, update: forced ? { ...changed, forceNewDeployment: true } : changed };
}

/** A count in a file is easily forgotten, and wrong as soon as the service is scaled automatically. */
async function countWarnings({ connection, cluster }: Plan, service: Service, desired?: number): Promise<string[]> {
  if (desired === undefined) return [];
  const { clusterArn = cluster, serviceArn = '' } = service;
  const scaling = await fetchKnownScaling({ kind: 'service', connection, clusterArn, serviceArn });
  return scalingWarnings(scaling, desired);
}

function notThere(serviceName: string, cluster: string): UserError {
  return new UserError(
    l10n.t(
      'There is no service {0} in {1}, and the file is the input of UpdateService: it only changes one.',
      serviceName,
      nameOfArn(cluster),
    ),
  );
}

function cannotChange(serviceName: string, fixed: readonly ServiceChange[]): UserError {
  const members = fixed.map(({ member, before, after }) => `${member}: ${brief(before)} → ${brief(after)}`).join('; ');
  return new UserError(
    l10n.t('ECS cannot change this of service {0}; it would have to be created anew: {1}', serviceName, members),
  );
}

function follow(workbench: Workbench, started: UpdateStart): void {
  const { serviceName, deploymentId } = started;
  if (deploymentId) return followInBackground(workbench, { ...started, deploymentId });
  void showInformation(l10n.t('{0} is updated; nothing had to be deployed.', serviceName));
}

/** What the diff editor shows of a file: where it goes stands in the confirmation. */
function shown(input: ServiceFile['input']): Record<string, unknown> {
  const { cluster: _cluster, clientToken: _token, ...rest } = input;
  return rest;
}

async function showDifference(
  workbench: Workbench,
  connection: Connection,
  name: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path: string,
): Promise<void> {
  const text = (value: Record<string, unknown>): string => `${JSON.stringify(value, undefined, 2)}\n`;
  const file = path.slice(path.lastIndexOf('/') + 1);
  await commands.executeCommand(
    'vscode.diff',
    virtualDocument(workbench, `/service/${name}.json`, text(before), connection),
    virtualDocument(workbench, `/to-apply/${file}`, text(after), connection),
    `${tabName(name)} ↔ ${tabName(file)}`,
    { preview: true },
  );
}

function brief(value: unknown): string {
  if (value === undefined) return '–';
  const text = typeof value === 'string' ? nameOfArn(value) : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
