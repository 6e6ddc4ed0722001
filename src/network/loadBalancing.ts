import type { Subnet } from '@aws-sdk/client-ec2';
import type { Listener, LoadBalancer, Rule, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type Check, type Judged, notReached, passing, reached, unsure } from './cause.ts';
import { aclChecks, groupsOf, peerIn, unreadOr } from './checks.ts';
import { type Certainty, clientPorts, gatewayPorts, groupsLet, onePort, type Ports } from './firewall.ts';
import type { InterfacePlacement } from './placement.ts';
import { familiesOf, subnetOf, type VpcFacts } from './vpc.ts';

/** What is known of load balancers, as Elastic Load Balancing describes it; what is undefined could not be read. */
export interface BalancingFacts {
  targetGroups?: readonly TargetGroup[] | undefined;
  loadBalancers?: readonly LoadBalancer[] | undefined;
  listeners?: readonly Listener[] | undefined;
  rules?: readonly Rule[] | undefined;
}

/** The container behind a target group. */
export interface ContainerDestination {
  kind: 'container';
  targetGroupArn: string;
  /** Name of the load balancer, where it is known. */
  balancer?: string | undefined;
  containerName: string;
  /** Of the interface that is spoken to; 0 stands for one that Docker chooses on the instance. */
  port: number;
  /** Whether it is the port of the health check alone. */
  isHealthCheck: boolean;
}

/** Where a load balancer speaks to: the container's port, and that of the health check where it is another. */
export function containerDestinations(
  balancing: BalancingFacts,
  { targetGroupArn, containerName, port }: { targetGroupArn: string; containerName: string; port: number },
): ContainerDestination[] {
  const group = balancing.targetGroups?.find((one) => one.TargetGroupArn === targetGroupArn);
  const health = Number(group?.HealthCheckPort ?? Number.NaN);
  const balancer = balancersOf(balancing, group)[0]?.LoadBalancerName;
  const traffic = { kind: 'container', targetGroupArn, balancer, containerName, port, isHealthCheck: false } as const;
  // `traffic-port` is no number.
  return Number.isNaN(health) || health === port
    ? [traffic]
    : [traffic, { ...traffic, port: health, isHealthCheck: true }];
}

function balancersOf({ loadBalancers = [] }: BalancingFacts, group: TargetGroup | undefined): LoadBalancer[] {
  return (group?.LoadBalancerArns ?? []).flatMap(
    (arn) => loadBalancers.find(({ LoadBalancerArn }) => LoadBalancerArn === arn) ?? [],
  );
}

/** Whether the load balancer of a target group reaches an interface. */
export function judgeLoadBalancer(
  facts: VpcFacts,
  balancing: BalancingFacts,
  target: InterfacePlacement,
  { targetGroupArn, port }: ContainerDestination,
): Judged {
  const subnet = subnetOf(facts, target.subnetId);
  if (!subnet) {
    return facts.subnets
      ? notReached({ code: 'subnetGone', subnet: target.subnetId })
      : unsure({ code: 'unread', operations: ['ec2:DescribeSubnets'] });
  }
  if (!balancing.targetGroups) {
    return unsure({ code: 'unread', operations: ['elasticloadbalancing:DescribeTargetGroups'] });
  }
  const group = balancing.targetGroups.find((one) => one.TargetGroupArn === targetGroupArn);
  const name = targetGroupArn.split('/')[1] ?? targetGroupArn;
  if (!group) return notReached({ code: 'targetGroupGone', targetGroup: name });
  if (!group.LoadBalancerArns?.length) return notReached({ code: 'noListener', targetGroup: name });
  const balancers = balancersOf(balancing, group);
  if (balancers.length === 0) {
    return unsure({ code: 'unread', operations: ['elasticloadbalancing:DescribeLoadBalancers'] });
  }
  const ports = port === 0 ? clientPorts : onePort(port);
  const judged = balancers.map((balancer) =>
    judgeBalancer(facts, balancer, target, subnet, { ports, isIpv6: group.IpAddressType === 'ipv6' }),
  );
  return judged.find(({ reachable }) => reachable !== 'yes') ?? judged[0] ?? unsure({ code: 'open' });
}

function judgeBalancer(
  facts: VpcFacts,
  balancer: LoadBalancer,
  target: InterfacePlacement,
  subnet: Subnet,
  { ports, isIpv6 }: { ports: Ports; isIpv6: boolean },
): Judged {
  const name = balancer.LoadBalancerName ?? '';
  const way = { kind: 'local', id: name } as const;
  const zones = balancer.AvailabilityZones ?? [];
  const zone = subnet.AvailabilityZone ?? '';
  if (zones.length > 0 && zone && !zones.some(({ ZoneName }) => ZoneName === zone)) {
    return notReached({ code: 'noBalancerZone', balancer: name, zone }, way);
  }
  const family = isIpv6 || !familiesOf(subnet).includes(4) ? 6 : 4;
  const subnets = zones.flatMap(({ SubnetId = '' }) => subnetOf(facts, SubnetId) ?? []);
  const groups = balancer.SecurityGroups ?? [];
  const own = groupsOf(facts, target);
  const from = groups[0] ?? name;
  const outbound: Certainty =
    groups.length === 0 ? 'yes' : groupsLet(facts, groups, 'out', ports, peerIn([subnet], family, own));
  const inbound = groupsLet(facts, own, 'in', ports, peerIn(subnets, family, groups));
  return passing(reached(way), [
    { lets: inbound, cause: unreadOr(facts, own, inbound, { code: 'ingress', groups: own ?? [], ports, from }) },
    {
      lets: outbound,
      cause: unreadOr(facts, groups, outbound, { code: 'balancerEgress', groups, ports, balancer: name }),
    },
    ...betweenSubnets(facts, subnets, subnet, ports, family),
  ]);
}

/** The ACLs between the subnets of a load balancer and that of a target. */
function betweenSubnets(
  facts: VpcFacts,
  subnets: readonly Subnet[],
  subnet: Subnet,
  ports: Ports,
  family: 4 | 6,
): Check[] {
  const others = subnets.filter(({ SubnetId }) => SubnetId !== subnet.SubnetId);
  return others.flatMap((one) => [
    ...aclChecks(facts, one.SubnetId ?? '', { out: ports, in: gatewayPorts }, peerIn([subnet], family, [])),
    ...aclChecks(facts, subnet.SubnetId ?? '', { out: gatewayPorts, in: ports }, peerIn([one], family, [])),
  ]);
}
