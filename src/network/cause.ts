import type { EndpointService } from './destination.ts';
import type { Certainty, Ports } from './firewall.ts';
import type { Family } from './vpc.ts';

/** How traffic gets there. */
export interface Way {
  kind:
    | 'internetGateway'
    | 'natGateway'
    | 'egressOnlyInternetGateway'
    | 'gatewayEndpoint'
    | 'interfaceEndpoint'
    | 'mountTarget'
    | 'local'
    | 'fargate'
    /** Leads out of what is judged: a transit gateway, a peering, an appliance. */
    | 'elsewhere';
  id: string;
}

/** What stands on the way: an endpoint, a security group, a network ACL, a load balancer. */
export type BarrierCause =
  | { code: 'dnsOff'; endpoint: string; attribute: 'enableDnsSupport' | 'enableDnsHostnames' }
  | { code: 'privateDnsOff'; endpoint: string; service: EndpointService }
  | { code: 'endpointState'; endpoint: string; service: EndpointService; state: string }
  | { code: 'endpointTables'; endpoint: string; routeTable: string }
  | { code: 'endpointGroups'; endpoint: string; service: EndpointService; groups: readonly string[] }
  | { code: 'endpointPolicy'; endpoint: string; service: EndpointService }
  | { code: 'egress'; groups: readonly string[]; port: number }
  | { code: 'ingress'; groups: readonly string[]; ports: Ports; from: string }
  | { code: 'balancerEgress'; groups: readonly string[]; ports: Ports; balancer: string }
  | { code: 'acl'; acl: string; subnet: string; direction: 'in' | 'out'; ports: Ports }
  | { code: 'noMountTarget'; fileSystem: string; zone?: string | undefined }
  | { code: 'noBalancerZone'; balancer: string; zone: string }
  | { code: 'targetGroupGone'; targetGroup: string }
  | { code: 'noListener'; targetGroup: string };

/** Why something is reached, or not, or why that is not known. */
export type Cause =
  | BarrierCause
  | { code: 'open' }
  | { code: 'noWayOut'; service?: EndpointService | undefined; family: Family }
  | { code: 'noPublicAddress'; gateway: string }
  | { code: 'blackhole'; block: string; target: string; routeTable: string }
  | { code: 'natState'; nat: string; state: string }
  | { code: 'natPrivate'; nat: string }
  | { code: 'natNoWay'; nat: string; subnet: string }
  | { code: 'publicAccessBlocked'; subnet: string; mode: string }
  | { code: 'ipv4Host'; service: EndpointService }
  | { code: 'ipv6Host'; host: string }
  | { code: 'ipv6Exec' }
  | { code: 'subnetGone'; subnet: string }
  | { code: 'leaves'; target: string }
  | { code: 'endpointsBehind'; service: EndpointService; target: string }
  | { code: 'ownZone' }
  | { code: 'ownerKeeps'; target?: string | undefined }
  | { code: 'external' }
  | { code: 'unread'; operations: readonly string[] };

/** What a judgement came to. */
export interface Judged {
  reachable: Certainty;
  cause: Cause;
  way?: Way | undefined;
  /** What may be otherwise and was not looked into. */
  notJudged?: readonly Cause[];
}

export const reached = (way: Way): Judged => ({ reachable: 'yes', cause: { code: 'open' }, way });
export const notReached = (cause: Cause, way?: Way): Judged => ({ reachable: 'no', cause, way });
export const unsure = (cause: Cause, way?: Way): Judged => ({ reachable: 'unknown', cause, way });

/** An answer that something stands in the way of, unless it lets all through. */
export interface Check {
  lets: Certainty;
  cause: Cause;
}

/** Goes through checks one by one: what forbids it weighs more than what is not known. */
export function passing(judged: Judged, checks: readonly Check[]): Judged {
  if (judged.reachable === 'no') return judged;
  const forbids = checks.find(({ lets }) => lets === 'no');
  if (forbids) return notReached(forbids.cause, judged.way);
  const doubtful = checks.find(({ lets }) => lets === 'unknown');
  return doubtful && judged.reachable === 'yes' ? { ...unsure(doubtful.cause, judged.way) } : judged;
}
