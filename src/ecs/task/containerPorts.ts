import type { Container, Task } from '@aws-sdk/client-ecs';

/** Ports of a container as people write them: `8080`, `49153→8080`, `8080-8090/udp`. */
export function containerPorts(container: Container): string[] {
  return (container.networkBindings ?? []).flatMap((binding) => {
    const inner = binding.containerPortRange ?? binding.containerPort;
    const outer = binding.hostPortRange ?? binding.hostPort;
    if (inner === undefined) return [];
    const suffix = binding.protocol && binding.protocol !== 'tcp' ? `/${binding.protocol}` : '';
    return [`${outer === undefined || outer === inner ? '' : `${outer}→`}${inner}${suffix}`];
  });
}

/** The address of the container's network interface in its VPC. */
export function privateIp(container: Container): string | undefined {
  return container.networkInterfaces?.find((one) => one.privateIpv4Address)?.privateIpv4Address;
}

/** The name under which the details of an attachment have the id of its network interface. */
export const interfaceDetail = 'networkInterfaceId';

/** The id of the network interface that a task has for itself; undefined outside network mode awsvpc. */
export function networkInterface(task: Task): string | undefined {
  const details = (task.attachments ?? []).flatMap((attachment) => attachment.details ?? []);
  return details.find(({ name, value }) => name === interfaceDetail && value)?.value;
}
