import type { Subnet, VpcEndpoint } from '@aws-sdk/client-ec2';
import { type Cause, type Check, type Judged, passing, reached } from './cause.ts';
import { aclChecks, egressCheck, groupsOf, peerIn, unreadOr } from './checks.ts';
import type { EndpointService, ServiceDestination } from './destination.ts';
import { policyLets } from './endpointPolicy.ts';
import { type Certainty, clientPorts, groupsLet, onePort, publicPeer } from './firewall.ts';
import type { InterfacePlacement } from './placement.ts';
import { type Family, routeTableOf, subnetOf, type VpcFacts } from './vpc.ts';
import { https } from './wayOut.ts';

/** The endpoints of a service in a VPC; Regions of China put a prefix of their own before the name. */
function endpointsFor({ vpcEndpoints = [], region }: VpcFacts, service: EndpointService): VpcEndpoint[] {
  return vpcEndpoints.filter(({ ServiceName = '' }) => ServiceName.endsWith(`.${region}.${service}`));
}

/** EC2 writes the states of endpoints in small letters, its model in capitals. */
const isAvailable = ({ State: state }: VpcEndpoint): boolean => (state ?? 'available').toLowerCase() === 'available';

/** Whether the name of the service leads to the endpoint from inside the VPC. */
function takesName({ PrivateDnsEnabled, DnsOptions }: VpcEndpoint): boolean {
  return PrivateDnsEnabled === true && DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint !== true;
}

function speaks({ IpAddressType = 'ipv4' }: VpcEndpoint, family: Family): boolean {
  return IpAddressType === 'dualstack' || IpAddressType === (family === 6 ? 'ipv6' : 'ipv4');
}

/** The interface endpoint to which the service's name leads. All traffic takes it then, whatever other way there is. */
export function interfaceEndpoint(facts: VpcFacts, service: EndpointService, family: Family): VpcEndpoint | undefined {
  return endpointsFor(facts, service).find(
    (one) => one.VpcEndpointType === 'Interface' && isAvailable(one) && takesName(one) && speaks(one, family),
  );
}

/** Whether names of private DNS are resolved in the VPC, which needs both attributes. */
export function privateNames({ enableDnsSupport, enableDnsHostnames }: VpcFacts): Certainty {
  if (enableDnsSupport === false || enableDnsHostnames === false) return 'no';
  // Names of hosts cannot be turned on without the resolver.
  return enableDnsHostnames === true ? 'yes' : 'unknown';
}

/** Whether an interface reaches a service by an interface endpoint. */
export function judgeInterfaceEndpoint(
  facts: VpcFacts,
  speaker: InterfacePlacement,
  { service, purpose }: ServiceDestination,
  endpoint: VpcEndpoint,
  family: Family,
): Judged {
  const id = endpoint.VpcEndpointId ?? '';
  const groups = (endpoint.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
  const subnets = (endpoint.SubnetIds ?? []).map((subnetId) => subnetOf(facts, subnetId)).filter(isThere);
  const own = [subnetOf(facts, speaker.subnetId)].filter(isThere);
  const inbound = groupsLet(facts, groups, 'in', onePort(https), peerIn(own, family, groupsOf(facts, speaker)));
  const refused: Cause = { code: 'endpointGroups', endpoint: id, service, groups };
  return passing(reached({ kind: 'interfaceEndpoint', id }), [
    egressCheck(facts, speaker, https, peerIn(subnets, family, groups)),
    { lets: inbound, cause: unreadOr(facts, groupsOf(facts, speaker), inbound, refused) },
    ...crossing(facts, speaker, subnets, family),
    {
      lets: policyLets(endpoint.PolicyDocument, service, purpose, facts.region),
      cause: { code: 'endpointPolicy', endpoint: id, service },
    },
  ]);
}

const isThere = (subnet: Subnet | undefined): subnet is Subnet => subnet !== undefined;

/** The ACLs between the interface and the subnets of an endpoint: its name leads to any of them. */
function crossing(facts: VpcFacts, speaker: InterfacePlacement, subnets: readonly Subnet[], family: Family): Check[] {
  const others = subnets.filter(({ SubnetId }) => SubnetId !== speaker.subnetId);
  const own = [subnetOf(facts, speaker.subnetId)].filter(isThere);
  const perSubnet = others.map((subnet) => {
    const there = peerIn([subnet], family, []);
    return [
      ...aclChecks(facts, speaker.subnetId, { out: onePort(https), in: clientPorts }, there),
      ...aclChecks(facts, subnet.SubnetId ?? '', { out: clientPorts, in: onePort(https) }, peerIn(own, family, [])),
    ];
  });
  const blocked = perSubnet.map((checks) => checks.find(({ lets }) => lets === 'no'));
  const isCut = blocked.length === subnets.length && blocked.every((check) => check);
  // Some of its addresses are enough to make it doubtful only.
  return perSubnet.flat().map((check) => (check.lets === 'no' && !isCut ? { ...check, lets: 'unknown' } : check));
}

/** Whether an interface reaches S3 by a gateway endpoint of its route table; undefined where it has none. */
export function judgeGatewayEndpoint(
  facts: VpcFacts,
  speaker: InterfacePlacement,
  { service, purpose }: ServiceDestination,
  family: Family,
): Judged | undefined {
  const table = routeTableOf(facts, speaker.subnetId);
  const endpoint = endpointsFor(facts, service).find(
    (one) =>
      one.VpcEndpointType === 'Gateway' &&
      isAvailable(one) &&
      speaks(one, family) &&
      one.RouteTableIds?.includes(table?.RouteTableId ?? ''),
  );
  if (!endpoint) return undefined;
  const id = endpoint.VpcEndpointId ?? '';
  const peer = publicPeer(family, prefixListsOf(facts, service, id));
  return passing(reached({ kind: 'gatewayEndpoint', id }), [
    egressCheck(facts, speaker, https, peer),
    ...aclChecks(facts, speaker.subnetId, { out: onePort(https), in: clientPorts }, peer),
    {
      lets: policyLets(endpoint.PolicyDocument, service, purpose, facts.region),
      cause: { code: 'endpointPolicy', endpoint: id, service },
    },
  ]);
}

/** The prefix lists of a service: those that AWS names so, and those that routes lead to its endpoint by. */
function prefixListsOf({ prefixLists = [], routeTables = [] }: VpcFacts, service: string, endpoint: string): string[] {
  const named = prefixLists.filter(({ name = '' }) => name.startsWith('com.') && name.endsWith(`.${service}`));
  const routed = routeTables
    .flatMap(({ Routes = [] }) => Routes)
    .filter(({ GatewayId }) => GatewayId === endpoint)
    .flatMap(({ DestinationPrefixListId }) => DestinationPrefixListId ?? []);
  return [...named.map(({ id }) => id), ...routed];
}

/** Why an endpoint that the VPC has for a service does not help, where there is one. */
export function idleEndpoint(facts: VpcFacts, subnetId: string, service: EndpointService): Cause | undefined {
  const table = routeTableOf(facts, subnetId)?.RouteTableId ?? '';
  for (const endpoint of endpointsFor(facts, service)) {
    const id = endpoint.VpcEndpointId ?? '';
    if (!isAvailable(endpoint)) {
      return { code: 'endpointState', endpoint: id, service, state: endpoint.State ?? '' };
    }
    if (endpoint.VpcEndpointType === 'Gateway') return { code: 'endpointTables', endpoint: id, routeTable: table };
    if (!takesName(endpoint)) return { code: 'privateDnsOff', endpoint: id, service };
  }
  return undefined;
}

/** What names of private DNS lack, where an endpoint needs them. */
export function namesOff({ enableDnsSupport }: VpcFacts, endpoint: VpcEndpoint): Cause {
  const attribute = enableDnsSupport === false ? 'enableDnsSupport' : 'enableDnsHostnames';
  return { code: 'dnsOff', endpoint: endpoint.VpcEndpointId ?? '', attribute };
}
