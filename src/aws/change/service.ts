import type { Service } from '@aws-sdk/client-ecs';
import { randomUUID } from 'node:crypto';
import { primaryDeployment } from '../../ecs/deployment/rollout.ts';
import type { Connection } from '../connection/connection.ts';
import type { Consent } from '../connection/gate.ts';
import { AwsError } from '../errors.ts';
import { fetchService, fetchServicesByName } from '../read/services.ts';
import type { Changes } from '../sdk/operationTypes.ts';
import { changeOrReadBack, changeWithToken } from './once.ts';

export type UpdateServiceInput = Changes['ecs']['UpdateService']['input'];

/** What an update did to the service's deployments. */
export interface ServiceUpdate {
  service: Service;
  /** The deployment that this update started, or undefined when ECS saw no need for one. */
  deploymentId: string | undefined;
}

/** Sends UpdateService once. `before` is the service as it was read when the person agreed. */
export async function updateService(
  connection: Connection,
  before: Service,
  input: UpdateServiceInput,
  consent: Consent,
  signal?: AbortSignal,
): Promise<ServiceUpdate> {
  const known = new Set((before.deployments ?? []).map((deployment) => deployment.id));
  const isNew = (service: Service): boolean => !known.has(primaryDeployment(service)?.id);
  const service = await changeOrReadBack(
    connection,
    {
      operation: 'ecs:UpdateService',
      send: async () => {
        const answer = await connection.change('ecs', 'UpdateService', input, consent, signal);
        return answer.service ?? before;
      },
      findResult: async () => {
        const now = await fetchService(connection, input.cluster ?? '', input.service ?? '', signal);
        return shows(now, input) && (isNew(now) || !startsDeployment(before, input)) ? now : undefined;
      },
    },
    signal,
  );
  if (isNew(service)) return { service, deploymentId: primaryDeployment(service)?.id };
  const later = mustDeploy(before, input) && (await findLater(connection, input, isNew, signal));
  return later ? { service: later, deploymentId: primaryDeployment(later)?.id } : { service, deploymentId: undefined };
}

/** Milliseconds between the looks for a deployment that the answer does not show. */
const lookAfter = [500, 1000, 1500];

/** ECS answers with the new deployment; not every server does, and some show it a moment later. */
async function findLater(
  connection: Connection,
  { cluster = '', service = '' }: UpdateServiceInput,
  isNew: (service: Service) => boolean,
  signal?: AbortSignal,
): Promise<Service | undefined> {
  for (const wait of lookAfter) {
    await connection.timer.sleep(wait, signal);
    const found = await fetchService(connection, cluster, service, signal).catch(() => undefined);
    if (found && isNew(found)) return found;
  }
  return undefined;
}

function mustDeploy(before: Service, { forceNewDeployment, taskDefinition }: UpdateServiceInput): boolean {
  if (forceNewDeployment) return true;
  return taskDefinition !== undefined && primaryDeployment(before)?.taskDefinition !== taskDefinition;
}

/** Members that change a service in place; any other makes ECS roll out anew. */
const inPlace = new Set(['cluster', 'service', 'desiredCount', 'enableExecuteCommand']);

function startsDeployment(before: Service, input: UpdateServiceInput): boolean {
  if (mustDeploy(before, input)) return true;
  if (input.taskDefinition !== undefined) return false;
  return Object.entries(input).some(([name, value]) => value !== undefined && !inPlace.has(name));
}

/** Whether a service is as the update would have left it. */
function shows(service: Service, input: UpdateServiceInput): boolean {
  const { taskDefinition, desiredCount, enableExecuteCommand } = input;
  if (taskDefinition !== undefined && primaryDeployment(service)?.taskDefinition !== taskDefinition) return false;
  if (desiredCount !== undefined && service.desiredCount !== desiredCount) return false;
  return enableExecuteCommand === undefined || service.enableExecuteCommand === enableExecuteCommand;
}

export type CreateServiceInput = Changes['ecs']['CreateService']['input'];

/**
 * Creates a service once: a client token makes a repeated request harmless. A server that keeps no tokens refuses the
 * repetition, and then the service that is there is the one that was asked for first.
 */
export async function createService(
  connection: Connection,
  input: CreateServiceInput,
  consent: Consent,
  signal?: AbortSignal,
): Promise<Service> {
  const request = { ...input, clientToken: randomUUID() };
  let sent = 0;
  const send = () => {
    sent++;
    return connection.change('ecs', 'CreateService', request, consent, signal);
  };
  try {
    const { service } = await changeWithToken(connection, 'ecs:CreateService', send, signal);
    if (service) return service;
  } catch (error) {
    if (sent === 1 || !(error instanceof AwsError) || error.kind !== 'invalid') throw error;
    const [made] = await fetchServicesByName(connection, input.cluster ?? '', [input.serviceName ?? ''], signal);
    if (made?.status === 'ACTIVE') return made;
    throw error;
  }
  throw new AwsError('malformed', 'The answer holds no service.', { operation: 'ecs:CreateService' });
}

/** Deletes a service with its tasks, whatever its desired count is. */
export async function deleteService(
  connection: Connection,
  service: { clusterArn: string; serviceArn: string },
  consent: Consent,
): Promise<void> {
  const { clusterArn: cluster, serviceArn } = service;
  await changeOrReadBack(connection, {
    operation: 'ecs:DeleteService',
    send: async () => {
      await connection.change('ecs', 'DeleteService', { cluster, service: serviceArn, force: true }, consent);
      return true;
    },
    findResult: async () => {
      const [found] = await fetchServicesByName(connection, cluster, [serviceArn]);
      // One that is there but cannot be read is not gone.
      return found && (found.status ?? 'ACTIVE') === 'ACTIVE' ? undefined : true;
    },
  });
}
