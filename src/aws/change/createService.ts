import { randomUUID } from 'node:crypto';
import type { Service } from '@aws-sdk/client-ecs';
import { changeWithToken } from './changeWithToken.ts';
import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import type { Consent } from '../connection/gate.ts';
import type { Changes } from '../sdk/operations.ts';
import { fetchServicesByName } from '../read/services.ts';

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
    const { service } = await changeWithToken('ecs:CreateService', send, connection.timer, signal);
    if (service) return service;
  } catch (error) {
    if (sent === 1 || !(error instanceof AwsError) || error.kind !== 'invalid') throw error;
    const [made] = await fetchServicesByName(connection, input.cluster ?? '', [input.serviceName ?? ''], signal);
    if (made?.status === 'ACTIVE') return made;
    throw error;
  }
  throw new AwsError('malformed', 'The answer holds no service.', { operation: 'ecs:CreateService' });
}
