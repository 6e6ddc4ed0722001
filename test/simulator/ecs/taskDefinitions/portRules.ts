import type { PortMapping, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import { containersOf, duplicate, eachContainer, whole, type DefinitionRule } from './rule.ts';

const BEYOND_AWSVPC = {
  dnsServers: 'DNS servers are not supported on container when networkMode=awsvpc',
  dnsSearchDomains: 'DNS search domains are not supported on container when networkMode=awsvpc',
  extraHosts: 'Extra hosts are not supported on container when networkMode=awsvpc',
  hostname: 'Hostname is not supported on container when networkMode=awsvpc',
  disableNetworking: 'Disable Networking is not supported on container when networkMode=awsvpc',
} as const;

/** Ports, links and names on the network. */
export const portRules: readonly DefinitionRule[] = [
  eachContainer(({ name, portMappings = [] }) =>
    portMappings.some((mapping) => mapping.containerPortRange === undefined && !isPort(mapping.containerPort))
      ? `Invalid 'containerPort' setting for container '${name}'.`
      : undefined,
  ),
  eachContainer(({ portMappings = [] }) =>
    portMappings.some((mapping) => mapping.containerPortRange !== undefined && mapping.containerPort !== undefined)
      ? 'cannot specify both single port and port range'
      : undefined,
  ),
  eachContainer(({ portMappings = [] }) =>
    portMappings.some((mapping) => mapping.containerPortRange !== undefined && !isRange(mapping.containerPortRange))
      ? "Invalid 'containerPortRange' setting"
      : undefined,
  ),
  eachContainer(({ portMappings = [] }, { networkMode }) =>
    (networkMode === 'awsvpc' || networkMode === 'host') && portMappings.some(differs)
      ? `When networkMode=${networkMode}, the host ports and container ports in port mappings must match.`
      : undefined,
  ),
  whole((input) => {
    if (input.networkMode === 'awsvpc') return undefined;
    const used = mappings(input).filter((mapping) => mapping.hostPort);
    const twice = duplicate(used.map((mapping) => `${mapping.protocol ?? 'tcp'} ${mapping.hostPort}`));
    const [protocol = '', port = ''] = twice?.split(' ') ?? [];
    return twice && `${protocol.toUpperCase()} host port '${port}' is mapped multiple times in task.`;
  }),
  whole((input) => {
    if (input.networkMode !== 'awsvpc' && input.networkMode !== 'host') return undefined;
    const ports = mappings(input).filter((mapping) => mapping.containerPort !== undefined);
    return duplicate(ports.map((mapping) => `${mapping.protocol ?? 'tcp'} ${mapping.containerPort}`))
      ? 'container port is used multiple times in task'
      : undefined;
  }),
  whole((input) =>
    duplicate(mappings(input).flatMap((mapping) => mapping.name ?? []))
      ? 'port mapping name is already used'
      : undefined,
  ),
  eachContainer(({ links }, { networkMode }) =>
    links?.length && networkMode && networkMode !== 'bridge'
      ? `Links are not supported when networkMode=${networkMode}`
      : undefined,
  ),
  eachContainer((container, { networkMode }) => {
    if (networkMode !== 'awsvpc') return undefined;
    for (const [member, refusal] of Object.entries(BEYOND_AWSVPC)) {
      const value = container[member as keyof typeof BEYOND_AWSVPC];
      if (Array.isArray(value) ? value.length > 0 : Boolean(value)) return refusal;
    }
    return undefined;
  }),
];

function mappings(input: RegisterTaskDefinitionRequest): PortMapping[] {
  return containersOf(input).flatMap((container) => container.portMappings ?? []);
}

function differs(mapping: PortMapping): boolean {
  return mapping.hostPort !== undefined && mapping.hostPort !== mapping.containerPort;
}

function isPort(port: number | undefined): boolean {
  return port !== undefined && port >= 1 && port <= 65_535;
}

function isRange(range: string): boolean {
  const [low, high] = range.split('-').map(Number);
  return isPort(low) && isPort(high) && (low ?? 0) < (high ?? 0);
}
