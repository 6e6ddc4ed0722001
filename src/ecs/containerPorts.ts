import type { Container } from '@aws-sdk/client-ecs';

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
