import type { ContainerDefinition, NetworkBinding } from '@aws-sdk/client-ecs';
import type { Random } from '../../random.ts';
import type { TaskState } from '../taskState.ts';

/** The host ports of a container; none under awsvpc, where the task has its own address. */
export function networkBindings(task: TaskState, container: ContainerDefinition, random: Random): NetworkBinding[] {
  if (task.definition.networkMode === 'awsvpc') return [];
  return (container.portMappings ?? []).map((mapping) => ({
    bindIP: '0.0.0.0',
    containerPort: mapping.containerPort,
    hostPort: mapping.hostPort || random.integer(32_768, 60_999),
    protocol: mapping.protocol ?? 'tcp',
  }));
}
