import type { Subnet } from '@aws-sdk/client-ec2';
import { type Cause, type Check } from './cause.ts';
import { aclLets, groupsLet, onePort, type Peer, type Ports } from './firewall.ts';
import type { InterfacePlacement } from './placement.ts';
import { blocksOf, type Family, networkAclOf, type VpcFacts } from './vpc.ts';

/** The security groups of an interface, the VPC's default one where it names none. */
export function groupsOf(facts: VpcFacts, { securityGroups }: Pick<InterfacePlacement, 'securityGroups'>): string[] {
  if (securityGroups.length > 0) return [...securityGroups];
  const byDefault = facts.securityGroups?.find(({ GroupName }) => GroupName === 'default');
  return byDefault?.GroupId ? [byDefault.GroupId] : [];
}

/** The other end as one of some subnets. */
export function peerIn(subnets: readonly Subnet[], family: Family, groups: readonly string[] = []): Peer {
  return { family, cidrs: subnets.flatMap((subnet) => blocksOf(subnet, family)), groups };
}

/** Whether the groups of an interface let it speak to a port. */
export function egressCheck(facts: VpcFacts, speaker: InterfacePlacement, port: number, peer: Peer): Check {
  const groups = groupsOf(facts, speaker);
  const lets = groupsLet(facts, speaker.securityGroups, 'out', onePort(port), peer);
  return { lets, cause: unreadOr(facts, 'securityGroups', lets, { code: 'egress', groups, port }) };
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

const operations = {
  securityGroups: 'ec2:DescribeSecurityGroups',
  networkAcls: 'ec2:DescribeNetworkAcls',
} as const;

/** A doubt that comes of a list that was not read says so. */
export function unreadOr(facts: VpcFacts, list: keyof typeof operations, lets: Check['lets'], cause: Cause): Cause {
  const isUnread = facts[list] === undefined && lets === 'unknown';
  return isUnread ? { code: 'unread', operations: [operations[list]] } : cause;
}
