import type { CapacityProvider } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { batches } from '../paging.ts';

/** Capacity providers by name, ten a call; those that are gone are left out. */
export async function fetchCapacityProviders(
  connection: Connection,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<CapacityProvider[]> {
  const answers = await Promise.all(
    batches(names, 10).map((capacityProviders) =>
      connection.read('ecs', 'DescribeCapacityProviders', { capacityProviders }, signal),
    ),
  );
  return answers.flatMap((answer) => answer.capacityProviders ?? []);
}
