import type { Subnet } from '@aws-sdk/client-ec2';
import { type Cause, type Check } from './cause.ts';
import { aclLets, type Certainty, groupsLet, onePort, type Peer, type Ports } from './firewall.ts';
import type { InterfacePlacement } from './placement.ts';
import { blocksOf, type Family, networkAclOf, type VpcFacts } from './vpc.ts';

/** The security groups of an interface, the VPC's default one where it names none; undefined where they are not known. */
export function groupsOf(facts: VpcFacts, { securityGroups }: InterfacePlacement): readonly string[] | undefined {
  if (securityGroups?.length !== 0) return securityGroups;
  const byDefault = facts.securityGroups?.find(({ GroupName }) => GroupName === 'default');
  return byDefault?.GroupId ? [byDefault.GroupId] : undefined;
}

/** The other end as one of some subnets. */
export function peerIn(subnets: readonly Subnet[], family: Family, groups: readonly string[] | undefined): Peer {
  return { family, cidrs: subnets.flatMap((subnet) => blocksOf(subnet, family)), groups };
}

/** Whether the groups of an interface let it speak to a port. */
export function egressCheck(facts: VpcFacts, speaker: InterfacePlacement, port: number, peer: Peer): Check {
  const groups = groupsOf(facts, speaker);
  const lets = groupsLet(facts, groups, 'out', onePort(port), peer);
  return { lets, cause: unreadOr(facts, groups, lets, { code: 'egress', groups: groups ?? [], port }) };
}

/** Whether the ACL of a subnet lets traffic with ports of a peer out and its answers in. */
export function aclChecks(facts: VpcFacts, subnetId: string, traffic: { out: Ports; in: Ports }, peer: Peer): Check[] {
  const acl = networkAclOf(facts, subnetId);
  return (['out', 'in'] as const).map((direction) => {
    const ports = traffic[direction];
    const lets = aclLets(acl, direction, ports, peer);
    const cause: Cause = { code: 'acl', acl: acl?.NetworkAclId ?? '', subnet: subnetId, direction, ports };
    return { lets, cause: acl ? cause : { code: 'unread', operations: ['ec2:DescribeNetworkAcls'] } };
  });
}

/** A doubt about the groups of an interface that comes of what was not read says so. */
export function unreadOr(
  { securityGroups }: VpcFacts,
  groups: readonly string[] | undefined,
  lets: Certainty,
  cause: Cause,
): Cause {
  if (lets !== 'unknown') return cause;
  if (!securityGroups) return { code: 'unread', operations: ['ec2:DescribeSecurityGroups'] };
  return groups ? cause : { code: 'unread', operations: ['ec2:DescribeNetworkInterfaces'] };
}
