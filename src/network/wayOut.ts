import type { NatGateway, Route, RouteTable, Subnet } from '@aws-sdk/client-ec2';
import { covers, everywhere, halves, isInner } from './addresses.ts';
import { type Check, type Judged, notReached, passing, reached, unsure } from './cause.ts';
import { aclChecks, egressCheck, peerIn } from './checks.ts';
import type { EndpointService } from './destination.ts';
import { clientPorts, gatewayPorts, onePort, publicPeer } from './firewall.ts';
import type { InterfacePlacement } from './placement.ts';
import { type Family, routeTableOf, subnetOf, targetOf, type VpcFacts } from './vpc.ts';

export const https = 443;

/** The prefix under which NAT64 gives IPv4 addresses to those that speak IPv6 alone. */
const nat64 = '64:ff9b::/96';

/** Whether an interface reaches public addresses, and by what. */
export function judgeWayOut(
  facts: VpcFacts,
  speaker: InterfacePlacement,
  family: Family,
  service?: EndpointService,
): Judged {
  const table = routeTableOf(facts, speaker.subnetId);
  if (!table) return unsure({ code: 'unread', operations: ['ec2:DescribeRouteTables'] });
  const found = defaultRoutes(table, everywhere[family]);
  if (found.length === 0) return withoutDefault(table, family, service);
  const [first = { reachable: 'no', cause: { code: 'noWayOut', service, family } }, ...others] = found.map((route) =>
    judgeRoute(facts, speaker, route, table, family),
  );
  // Halves of the internet that are left by different ways are as good as the worse one.
  return others.find(({ reachable }) => reachable !== 'yes') ?? first;
}

/** Whether IPv4 addresses are reached from a subnet that has only IPv6: by DNS64 and a NAT gateway. */
export function judgeNat64(facts: VpcFacts, speaker: InterfacePlacement): Judged | undefined {
  const table = routeTableOf(facts, speaker.subnetId);
  if (!subnetOf(facts, speaker.subnetId)?.EnableDns64) return undefined;
  if (!table) return unsure({ code: 'unread', operations: ['ec2:DescribeRouteTables'] });
  const route = longestMatch(table, nat64);
  return route?.NatGatewayId ? judgeRoute(facts, speaker, route, table, 6) : undefined;
}

/** What a subnet is, by where its route table leads whatever does not stay in the VPC. */
export type SubnetKind = 'public' | 'private' | 'isolated' | 'unknown';

export function subnetKind(facts: VpcFacts, subnetId: string): SubnetKind {
  const table = routeTableOf(facts, subnetId);
  if (!table) return 'unknown';
  const targets = ([4, 6] as const)
    .flatMap((family) => defaultRoutes(table, everywhere[family]))
    .filter(({ State }) => State !== 'blackhole')
    .map((route) => targetOf(route) ?? '');
  if (targets.some((target) => target.startsWith('igw-'))) return 'public';
  return targets.length > 0 ? 'private' : 'isolated';
}

/** What leads to other networks of the same people, in which endpoints may stand for all: a transit gateway, a VPN. */
export function wayToOthers(facts: VpcFacts, subnetId: string): string | undefined {
  const routes = routeTableOf(facts, subnetId)?.Routes ?? [];
  const found = routes.find((route) => {
    const block = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? '';
    return isInner(block) && route.State !== 'blackhole' && /^(tgw-|vgw-|arn:)/.test(targetOf(route) ?? '');
  });
  return found && targetOf(found);
}

function withoutDefault(table: RouteTable, family: Family, service?: EndpointService): Judged {
  const partly = (table.Routes ?? []).find((route) => {
    const block = blockOf(route, family);
    return block !== undefined && !isInner(block) && targetOf(route) !== 'local' && !isGatewayEndpoint(route);
  });
  if (partly) return unsure({ code: 'leaves', target: targetOf(partly) ?? '' });
  return notReached({ code: 'noWayOut', service, family });
}

function blockOf({ DestinationCidrBlock, DestinationIpv6CidrBlock }: Route, family: Family): string | undefined {
  return family === 4 ? DestinationCidrBlock : DestinationIpv6CidrBlock;
}

function isGatewayEndpoint({ GatewayId = '', DestinationPrefixListId }: Route): boolean {
  return GatewayId.startsWith('vpce-') && DestinationPrefixListId !== undefined;
}

/** The route to everything, or those to its halves. */
function defaultRoutes(table: RouteTable, block: string, depth = 0): Route[] {
  const route = longestMatch(table, block);
  if (route) return [route];
  if (depth === 1) return [];
  const parts = halves(block).map((half) => defaultRoutes(table, half, depth + 1));
  return parts.every((part) => part.length > 0) ? parts.flat() : [];
}

/** The route that a block takes: the one with the longest prefix of those that cover it. */
function longestMatch({ Routes = [] }: RouteTable, block: string): Route | undefined {
  const family = block.includes(':') ? 6 : 4;
  const length = (route: Route): number => Number((blockOf(route, family) ?? '').split('/')[1] ?? 0);
  return Routes.filter((route) => covers(blockOf(route, family) ?? '', block)).sort((a, b) => length(b) - length(a))[0];
}

function judgeRoute(
  facts: VpcFacts,
  speaker: InterfacePlacement,
  route: Route,
  table: RouteTable,
  family: Family,
): Judged {
  const target = targetOf(route) ?? '';
  if (route.State === 'blackhole') {
    const block = blockOf(route, family) ?? '';
    return notReached({ code: 'blackhole', block, target, routeTable: table.RouteTableId ?? '' });
  }
  const out = judgeTarget(facts, speaker, route, family);
  const peer = publicPeer(family);
  return passing(out, [
    egressCheck(facts, speaker, https, peer),
    ...aclChecks(facts, speaker.subnetId, { out: onePort(https), in: clientPorts }, peer),
  ]);
}

function judgeTarget(facts: VpcFacts, speaker: InterfacePlacement, route: Route, family: Family): Judged {
  const { GatewayId = '', NatGatewayId, EgressOnlyInternetGatewayId } = route;
  if (NatGatewayId) return judgeNat(facts, speaker, NatGatewayId);
  if (EgressOnlyInternetGatewayId) {
    const way = { kind: 'egressOnlyInternetGateway', id: EgressOnlyInternetGatewayId } as const;
    return passing(reached(way), [publicAccessCheck(facts, speaker.subnetId, false)]);
  }
  if (!GatewayId.startsWith('igw-')) {
    const target = targetOf(route) ?? '';
    return unsure({ code: 'leaves', target }, { kind: 'elsewhere', id: target });
  }
  // Whoever has an IPv6 address has a public one.
  const isPublic = family === 6 ? true : speaker.publicAddress;
  const way = { kind: 'internetGateway', id: GatewayId } as const;
  if (isPublic === undefined) return unsure({ code: 'unread', operations: ['ec2:DescribeNetworkInterfaces'] }, way);
  if (!isPublic) return notReached({ code: 'noPublicAddress', gateway: GatewayId });
  return passing(reached(way), [publicAccessCheck(facts, speaker.subnetId, true)]);
}

/**
 * Whether VPC Block Public Access leaves a subnet its way to the internet. Where it keeps out only what comes in, NAT and
 * egress-only gateways still lead out; what else does depends on exclusions.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 */
function publicAccessCheck(facts: VpcFacts, subnet: string, isDirect: boolean): Check {
  const mode = subnetOf(facts, subnet)?.BlockPublicAccessStates?.InternetGatewayBlockMode ?? 'off';
  const blocked = mode === 'block-bidirectional' ? 'no' : mode === 'block-ingress' && isDirect ? 'unknown' : 'yes';
  return { lets: blocked, cause: { code: 'publicAccessBlocked', subnet, mode } };
}

function judgeNat(facts: VpcFacts, speaker: InterfacePlacement, id: string): Judged {
  const way = { kind: 'natGateway', id } as const;
  const nat = facts.natGateways?.find(({ NatGatewayId }) => NatGatewayId === id);
  if (!nat) {
    if (facts.shared) return unsure({ code: 'ownerKeeps', target: id }, way);
    if (!facts.natGateways) return unsure({ code: 'unread', operations: ['ec2:DescribeNatGateways'] }, way);
    return notReached({ code: 'natState', nat: id, state: 'deleted' });
  }
  if (nat.State !== undefined && nat.State !== 'available') {
    return notReached({ code: 'natState', nat: id, state: nat.State });
  }
  // A regional one stands in no subnet: AWS sees to its way out.
  if (nat.AvailabilityMode === 'regional' || nat.SubnetId === undefined) return reached(way);
  return passing(judgeNatSubnet(facts, nat, id), [
    publicAccessCheck(facts, nat.SubnetId, false),
    ...natAclChecks(facts, speaker, nat.SubnetId),
  ]);
}

/** The way out of the subnet that a NAT gateway stands in. */
function judgeNatSubnet(facts: VpcFacts, nat: NatGateway, id: string): Judged {
  const way = { kind: 'natGateway', id } as const;
  const subnet = nat.SubnetId ?? '';
  const table = routeTableOf(facts, subnet);
  if (!table) return unsure({ code: 'unread', operations: ['ec2:DescribeRouteTables'] }, way);
  const [route] = defaultRoutes(table, everywhere[4]);
  const target = route && targetOf(route);
  if (!route || route.State === 'blackhole' || !target) return notReached({ code: 'natNoWay', nat: id, subnet });
  const isInternet = target.startsWith('igw-');
  if (isInternet && nat.ConnectivityType === 'private') return notReached({ code: 'natPrivate', nat: id });
  if (isInternet) return reached(way);
  if (target.startsWith('nat-')) return notReached({ code: 'natNoWay', nat: id, subnet });
  return unsure({ code: 'leaves', target }, { kind: 'elsewhere', id: target });
}

function natAclChecks(facts: VpcFacts, speaker: InterfacePlacement, natSubnet: string): ReturnType<typeof aclChecks> {
  if (natSubnet === speaker.subnetId) return [];
  const inner = [subnetOf(facts, speaker.subnetId)].filter((one): one is Subnet => one !== undefined);
  const toInternet = aclChecks(facts, natSubnet, { out: onePort(https), in: gatewayPorts }, publicPeer(4));
  const peer = peerIn(inner, 4, []);
  // Whoever speaks IPv6 alone is translated on the way.
  if (peer.cidrs.length === 0) return toInternet;
  return [...toInternet, ...aclChecks(facts, natSubnet, { out: clientPorts, in: onePort(https) }, peer)];
}
