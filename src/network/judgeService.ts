import { type Judged, notReached, passing, unsure } from './cause.ts';
import type { InternetDestination, ServiceDestination } from './destination.ts';
import {
  idleEndpoint,
  interfaceEndpoint,
  judgeGatewayEndpoint,
  judgeInterfaceEndpoint,
  namesOff,
  privateNames,
} from './endpoints.ts';
import type { InterfacePlacement } from './placement.ts';
import { familiesOf, type Family, subnetOf, type VpcFacts } from './vpc.ts';
import { judgeNat64, judgeWayOut, wayToOthers } from './wayOut.ts';

/** Whether an interface in a VPC reaches a service of AWS, or a host of the internet. */
export function judgeFrom(
  facts: VpcFacts,
  speaker: InterfacePlacement,
  destination: ServiceDestination | InternetDestination,
): Judged {
  const subnet = subnetOf(facts, speaker.subnetId);
  if (!subnet) {
    return facts.subnets
      ? notReached({ code: 'subnetGone', subnet: speaker.subnetId })
      : unsure({ code: 'unread', operations: ['ec2:DescribeSubnets'] });
  }
  const families = familiesOf(subnet);
  if (!families.includes(4) && families.includes(6)) return fromIpv6(facts, speaker, destination);
  if (destination.kind === 'service') return judgeByFamily(facts, speaker, destination, 4);
  const judged = judgeWayOut(facts, speaker, 4);
  const isLost = judged.reachable === 'no' && families.includes(6);
  // A host that has an IPv6 address as well is reached by that.
  const bySix = isLost ? judgeWayOut(facts, speaker, 6) : judged;
  return isLost && bySix.reachable !== 'no' ? unsure({ code: 'ipv6Host', host: destination.host }, bySix.way) : judged;
}

function judgeByFamily(
  facts: VpcFacts,
  speaker: InterfacePlacement,
  destination: ServiceDestination,
  family: Family,
): Judged {
  const { service, region } = destination;
  // Endpoints serve their own Region.
  if (region) return judgeWayOut(facts, speaker, family);
  if (!facts.vpcEndpoints) return withoutEndpoints(judgeWayOut(facts, speaker, family, service));
  const endpoint = interfaceEndpoint(facts, service, family);
  const around = (): Judged =>
    judgeGatewayEndpoint(facts, speaker, destination, family) ??
    helped(facts, speaker, destination, judgeWayOut(facts, speaker, family, service));
  if (!endpoint) return around();
  const names = privateNames(facts);
  const through = judgeInterfaceEndpoint(facts, speaker, destination, endpoint, family);
  if (names === 'yes') return through;
  const past = around();
  if (names === 'no') return past.cause.code === 'noWayOut' ? notReached(namesOff(facts, endpoint)) : past;
  if (through.reachable === past.reachable) return through;
  return unsure({ code: 'unread', operations: ['ec2:DescribeVpcAttribute'] }, through.way);
}

/** An endpoint that was not seen may have the service's name lead elsewhere. */
function withoutEndpoints(judged: Judged): Judged {
  return unsure({ code: 'unread', operations: ['ec2:DescribeVpcEndpoints'] }, judged.way);
}

/** Where there is no way out, an endpoint that stands idle is what to look at, and one that the owner keeps may be there. */
function helped(
  facts: VpcFacts,
  { subnetId }: InterfacePlacement,
  { service }: ServiceDestination,
  judged: Judged,
): Judged {
  if (judged.reachable !== 'no') {
    return facts.shared && judged.reachable === 'yes' ? { ...judged, notJudged: [{ code: 'ownerKeeps' }] } : judged;
  }
  if (facts.shared) return unsure({ code: 'ownerKeeps' });
  if (judged.cause.code !== 'noWayOut') return judged;
  const idle = idleEndpoint(facts, subnetId, service);
  if (idle) return { ...notReached(idle), notJudged: idle.code === 'privateDnsOff' ? [{ code: 'ownZone' }] : [] };
  const target = wayToOthers(facts, subnetId);
  return target ? unsure({ code: 'endpointsBehind', service, target }, { kind: 'elsewhere', id: target }) : judged;
}

/** From a subnet that has IPv6 alone: what has no IPv6 address is reached by DNS64 and NAT64 only. */
function fromIpv6(
  facts: VpcFacts,
  speaker: InterfacePlacement,
  destination: ServiceDestination | InternetDestination,
): Judged {
  const translated = judgeNat64(facts, speaker);
  if (destination.kind === 'internet') {
    if (translated?.reachable === 'yes') return translated;
    return passing(judgeWayOut(facts, speaker, 6), [
      { lets: 'unknown', cause: { code: 'ipv6Host', host: destination.host } },
    ]);
  }
  const { service, purpose, dualStack } = destination;
  const isEcr = service === 'ecr.api' || service === 'ecr.dkr';
  if (isEcr && !dualStack) return translated ?? notReached({ code: 'ipv4Host', service });
  const judged = judgeByFamily(facts, speaker, destination, 6);
  return purpose === 'exec' ? passing(judged, [{ lets: 'unknown', cause: { code: 'ipv6Exec' } }]) : judged;
}
