import type { ContainerInstance, Resource } from '@aws-sdk/client-ecs';

/** CPU units and MiB of memory, as registered and as left. */
export interface InstanceResources {
  cpu: { registered: number; remaining: number };
  memory: { registered: number; remaining: number };
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerInstance.html */
export function instanceResources(instance: ContainerInstance): InstanceResources {
  const read = (name: string): { registered: number; remaining: number } => ({
    registered: amount(instance.registeredResources, name),
    remaining: amount(instance.remainingResources, name),
  });
  return { cpu: read('CPU'), memory: read('MEMORY') };
}

function amount(resources: readonly Resource[] | undefined, name: string): number {
  const found = resources?.find((resource) => resource.name === name);
  return found?.integerValue ?? found?.longValue ?? found?.doubleValue ?? 0;
}
