import type { Service } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import type { AwsError } from '../errors.ts';
import { findService } from '../read/services.ts';
import { watch, type WatchOptions } from './watch.ts';

/** How a service stands on its way to a desired count. */
export interface CountSample {
  /** `changed`: somebody, or auto scaling, has set another count meanwhile. */
  state: 'under way' | 'reached' | 'changed' | 'gone';
  service: Service | undefined;
  problem?: AwsError;
}

/** ECS is eventually consistent: for so many looks it may show the service as it was before the count was set. */
const samplesUntilBelieved = 3;

/** Follows a service until it runs as many tasks as was wanted: scaling makes no deployment to wait for. */
export function watchCounts(
  connection: Connection,
  target: { cluster: string; service: string; desired: number },
  options: WatchOptions = {},
): AsyncGenerator<CountSample> {
  let doubts = 0;
  let seen = false;
  const look = async () => {
    const service = await findService(connection, target.cluster, target.service, options.signal);
    const judged = judge(service, target.desired);
    seen ||= service?.desiredCount === target.desired;
    const doubtful = !seen && (judged === 'changed' || !service) && ++doubts < samplesUntilBelieved;
    const state = doubtful ? 'under way' : judged;
    return { sample: { state, service }, over: state !== 'under way' };
  };
  return watch<CountSample>(connection, { state: 'under way', service: undefined }, look, options);
}

function judge(service: Service | undefined, desired: number): CountSample['state'] {
  if (!service || service.status !== 'ACTIVE') return 'gone';
  if (service.desiredCount !== desired) return 'changed';
  return service.runningCount === desired && !service.pendingCount ? 'reached' : 'under way';
}
