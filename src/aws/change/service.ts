import type { Deployment, Service } from '@aws-sdk/client-ecs';
import { randomUUID } from 'node:crypto';
import { primaryDeployment } from '../../ecs/deployment/rollout.ts';
import { changedSince } from '../../ecs/service/changedSince.ts';
import type { ChangeSession } from '../connection/changeSession.ts';
import type { Consent } from '../connection/gate.ts';
import { AwsError } from '../errors.ts';
import { fetchService, findService } from '../read/services.ts';
import type { Changes } from '../sdk/operationTypes.ts';
import { changeOrReadBack, changeWithToken } from './once.ts';
import { Overtaken } from './overtaken.ts';

export type UpdateServiceInput = Changes['ecs']['UpdateService']['input'];

/** What an update did to the service's deployments. */
export interface ServiceUpdate {
  service: Service;
  /** The deployment that this update started, or undefined when ECS saw no need for one. */
  deploymentId: string | undefined;
}

/**
 * Sends UpdateService once. `before` is the service as it was read when the person agreed. Throws Overtaken when no
 * answer came and the service was changed by somebody else since: then the update would go over what they did.
 */
export async function updateService(
  session: ChangeSession,
  before: Service,
  input: UpdateServiceInput,
  consent: Consent,
  signal?: AbortSignal,
): Promise<ServiceUpdate> {
  const isNew = newTo(before);
  const operation = 'ecs:UpdateService';
  const outcome = await changeOrReadBack<ServiceUpdate>(
    session,
    {
      operation,
      send: async () => {
        const { service = before } = await session.change('ecs', 'UpdateService', input, consent, signal);
        return updateShownBy(service, isNew);
      },
      findResult: async () => {
        const now = await fetchService(session, input.cluster ?? '', input.service ?? '', signal);
        if (shows(now, input, before) && (isNew(primaryDeployment(now)) || !startsDeployment(before, input)))
          return updateShownBy(now, isNew);
        const own = startedBy(input, now, isNew);
        if (own) return { service: now, deploymentId: own.id };
        assertAsSeen(operation, before, now);
        return undefined;
      },
    },
    signal,
  );
  if (outcome.deploymentId !== undefined || !mustDeploy(before, input)) return outcome;
  const later = await findLater(session, input, isNew, signal);
  return later ? updateShownBy(later, isNew) : outcome;
}

/** Throws Overtaken when a service is no longer as the person saw it who agreed to change it. */
export function assertAsSeen(operation: string, before: Service, now: Service): void {
  const between = changedSince(before, now);
  if (between.length > 0) throw new Overtaken(operation, now, between);
}

type IsNew = (deployment: Deployment | undefined) => boolean;

/** Tells the deployments that a service did not have then. */
function newTo(before: Service): IsNew {
  const known = new Set((before.deployments ?? []).map(({ id }) => id));
  return (deployment) => !known.has(deployment?.id);
}

function updateShownBy(service: Service, isNew: IsNew): ServiceUpdate {
  const primary = primaryDeployment(service);
  return { service, deploymentId: isNew(primary) ? primary?.id : undefined };
}

/** The deployment that an unanswered update started, where somebody else's has already taken its place. */
function startedBy({ taskDefinition }: UpdateServiceInput, now: Service, isNew: IsNew): Deployment | undefined {
  if (taskDefinition === undefined) return undefined;
  return now.deployments?.find((one) => isNew(one) && one.taskDefinition === taskDefinition);
}

/** Milliseconds between the looks for a deployment that the answer does not show. */
const lookAfter = [500, 1000, 1500];

/** ECS answers with the new deployment; not every server does, and some show it a moment later. */
async function findLater(
  session: ChangeSession,
  { cluster = '', service = '' }: UpdateServiceInput,
  isNew: IsNew,
  signal?: AbortSignal,
): Promise<Service | undefined> {
  for (const wait of lookAfter) {
    await session.timer.sleep(wait, signal);
    const found = await fetchService(session, cluster, service, signal).catch(() => undefined);
    if (found && isNew(primaryDeployment(found))) return found;
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

/** Whether a service is as the update would have left it: where it names no revision, with the one of before. */
function shows(service: Service, input: UpdateServiceInput, before: Service): boolean {
  const { taskDefinition, desiredCount, enableExecuteCommand } = input;
  const wanted = taskDefinition ?? primaryDeployment(before)?.taskDefinition;
  if (wanted !== undefined && primaryDeployment(service)?.taskDefinition !== wanted) return false;
  if (desiredCount !== undefined && service.desiredCount !== desiredCount) return false;
  return enableExecuteCommand === undefined || service.enableExecuteCommand === enableExecuteCommand;
}

export type CreateServiceInput = Changes['ecs']['CreateService']['input'];

/**
 * Creates a service once: a client token makes a repeated request harmless. A server that keeps no tokens refuses the
 * repetition, and then the service that is there is the one that was asked for first.
 */
export async function createService(
  session: ChangeSession,
  input: CreateServiceInput,
  consent: Consent,
  signal?: AbortSignal,
): Promise<Service> {
  const request = { ...input, clientToken: randomUUID() };
  let sent = 0;
  const send = () => {
    sent++;
    return session.change('ecs', 'CreateService', request, consent, signal);
  };
  try {
    const { service } = await changeWithToken(session, 'ecs:CreateService', send, signal);
    if (service) return service;
  } catch (error) {
    if (sent === 1 || !(error instanceof AwsError) || error.kind !== 'invalid') throw error;
    const made = await findService(session, input.cluster ?? '', input.serviceName ?? '', signal);
    if (made?.status === 'ACTIVE') return made;
    throw error;
  }
  throw new AwsError('malformed', 'The answer holds no service.', { operation: 'ecs:CreateService' });
}

/**
 * Deletes a service with its tasks, whatever its desired count is. `before` is the service as the person saw it. Throws
 * Overtaken when no answer came and somebody else has changed it since.
 */
export async function deleteService(
  session: ChangeSession,
  before: Service,
  consent: Consent,
  signal?: AbortSignal,
): Promise<void> {
  const { clusterArn: cluster = '', serviceArn = '' } = before;
  const operation = 'ecs:DeleteService';
  await changeOrReadBack(
    session,
    {
      operation,
      send: async () => {
        await session.change('ecs', 'DeleteService', { cluster, service: serviceArn, force: true }, consent, signal);
        return true;
      },
      findResult: async () => {
        const found = await findService(session, cluster, serviceArn, signal);
        // One that is there but cannot be read is not gone.
        if (!found || (found.status ?? 'ACTIVE') !== 'ACTIVE') return true;
        assertAsSeen(operation, before, found);
        return undefined;
      },
    },
    signal,
  );
}
