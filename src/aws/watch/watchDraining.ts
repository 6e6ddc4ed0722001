import type { Service } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import type { AwsError } from '../errors.ts';
import { findService } from '../read/services.ts';
import { watch, type WatchOptions } from './watch.ts';

/** How far the deletion of a service has come. */
export interface DrainingSample {
  /** `replaced`: there is a new service of the same name. */
  state: 'draining' | 'gone' | 'replaced';
  service: Service | undefined;
  problem?: AwsError;
}

/** ECS is eventually consistent: for so many looks it may show the service as it was before it was deleted. */
const looksUntilBelieved = 3;

/** Tasks end within seconds or, behind a load balancer, minutes: nobody needs to know to the second. */
const usualInterval = 15_000;

/** Follows a service that is being deleted until ECS has no more of it. */
export function watchDraining(
  connection: Connection,
  { cluster, service: name }: { cluster: string; service: string },
  options: WatchOptions = {},
): AsyncGenerator<DrainingSample> {
  let looks = 0;
  const look = async () => {
    const service = await findService(connection, cluster, name, options.signal);
    looks++;
    const judged = judge(service);
    const state = judged === 'replaced' && looks < looksUntilBelieved ? 'draining' : judged;
    return { sample: { state, service }, over: state !== 'draining' };
  };
  const first: DrainingSample = { state: 'draining', service: undefined };
  return watch<DrainingSample>(connection, first, look, { interval: usualInterval, ...options });
}

function judge(service: Service | undefined): DrainingSample['state'] {
  if (!service || service.status === 'INACTIVE') return 'gone';
  return service.status === 'DRAINING' ? 'draining' : 'replaced';
}
