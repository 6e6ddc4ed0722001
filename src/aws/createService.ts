import { randomUUID } from 'node:crypto';
import type { Service } from '@aws-sdk/client-ecs';
import { changeWithToken } from './changeWithToken.ts';
import type { Connection } from './connection.ts';
import { AwsError } from './errors.ts';
import type { Consent } from './gate.ts';
import type { Change } from './operations.ts';

export type CreateServiceInput = Change['CreateService']['input'];

/** Creates a service once: a client token makes a repeated request harmless. */
export async function createService(
  connection: Connection,
  input: CreateServiceInput,
  consent: Consent,
  signal?: AbortSignal,
): Promise<Service> {
  const request = { ...input, clientToken: randomUUID() };
  const send = () => connection.change('CreateService', request, consent, signal);
  const { service } = await changeWithToken('ecs:CreateService', send, connection.timer, signal);
  if (service) return service;
  throw new AwsError('malformed', 'The answer holds no service.', { operation: 'ecs:CreateService' });
}
