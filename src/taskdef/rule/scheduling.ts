import type { Certainty } from '../document/certainty.ts';
import type { Service } from '../document/service.ts';

/** Whether the service runs one task on each instance. */
export function asDaemon({ scheduling }: Service): Certainty {
  return scheduling === undefined ? 'unknown' : scheduling === 'DAEMON' ? 'yes' : 'no';
}
