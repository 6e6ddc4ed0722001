import type { Service } from '@aws-sdk/client-ecs';
import { pausedCountTag } from './pausedCount.ts';

/** How many events a row keeps: the newest says what ECS is doing, the others are read when somebody looks. */
const keptEvents = 5;

/** A service without its tail of a hundred events, which would be most of the memory that a large cluster takes. */
export function keptService(service: Service): Service {
  const tags = service.tags?.filter(({ key }) => key === pausedCountTag);
  return { ...service, events: service.events?.slice(0, keptEvents), tags };
}
