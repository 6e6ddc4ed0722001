import type { Task } from '@aws-sdk/client-ecs';

const prefix = 'service:';

/** The name of the service that started a task; undefined for a standalone one. */
export function serviceNameOf({ group }: Pick<Task, 'group'>): string | undefined {
  return group?.startsWith(prefix) ? group.slice(prefix.length) : undefined;
}
