import type { Service } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';
import { fetchServicesByName } from '../read/services.ts';
import type { WatchOptions } from './watchRollout.ts';

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
export async function* watchCounts(
  connection: Connection,
  target: { cluster: string; service: string; desired: number },
  options: WatchOptions = {},
): AsyncGenerator<CountSample> {
  const { signal, timer = connection.timer, interval = 5000 } = options;
  let last: CountSample = { state: 'under way', service: undefined };
  let doubts = 0;
  let seen = false;
  for (let failures = 0; ;) {
    try {
      const [service] = await fetchServicesByName(connection, target.cluster, [target.service], signal);
      const state = judge(service, target.desired);
      seen ||= service?.desiredCount === target.desired;
      const doubtful = !seen && (state === 'changed' || !service) && ++doubts < samplesUntilBelieved;
      last = { state: doubtful ? 'under way' : state, service };
      failures = 0;
    } catch (error) {
      if (!(error instanceof AwsError) || error.kind === 'aborted') throw error;
      last = { ...last, problem: error };
      failures++;
    }
    yield last;
    if (!last.problem && last.state !== 'under way') return;
    await timer.sleep(interval * Math.min(6, 1 + failures), signal);
  }
}

function judge(service: Service | undefined, desired: number): CountSample['state'] {
  if (!service || service.status !== 'ACTIVE') return 'gone';
  if (service.desiredCount !== desired) return 'changed';
  return service.runningCount === desired && !service.pendingCount ? 'reached' : 'under way';
}
