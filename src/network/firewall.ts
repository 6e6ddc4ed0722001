import type { IpPermission, NetworkAcl } from '@aws-sdk/client-ec2';
import { covers, everywhere, halves, isInner, overlap } from './addresses.ts';
import type { Family, PrefixList, VpcFacts } from './vpc.ts';

/** Whether something is so; `unknown` where what would tell is missing, or only a part of it is so. */
export type Certainty = 'yes' | 'no' | 'unknown';

export interface Ports {
  from: number;
  to: number;
}

export const onePort = (port: number): Ports => ({ from: port, to: port });

/** From where Linux speaks, tasks among it. */
export const clientPorts: Ports = { from: 32_768, to: 60_999 };

/** From where NAT gateways and load balancers speak. */
export const gatewayPorts: Ports = { from: 1024, to: 65_535 };

/** The other end. */
export interface Peer {
  family: Family;
  /** Blocks in which it is, any of them. */
  cidrs: readonly string[];
  /** Its security groups; undefined where they are not known. */
  groups: readonly string[] | undefined;
  /** Prefix lists that stand for it. */
  prefixLists?: readonly string[];
}

export function publicPeer(family: Family, prefixLists: readonly string[] = []): Peer {
  return { family, cidrs: [everywhere[family]], groups: [], prefixLists };
}

const isPublic = ({ family, cidrs }: Peer): boolean => cidrs.includes(everywhere[family]);

interface Rule extends Ports {
  cidr: string;
  allow: boolean;
}

/** A few addresses that are kept out of everything are no reason to doubt. */
const nearlyAll = 0.99;

/** Whether TCP traffic with a peer is let through by any of the security groups. */
export function groupsLet(
  facts: VpcFacts,
  groupIds: readonly string[] | undefined,
  direction: 'in' | 'out',
  ports: Ports,
  peer: Peer,
): Certainty {
  if (!groupIds) return 'unknown';
  const groups = groupIds.map((id) => facts.securityGroups?.find(({ GroupId }) => GroupId === id));
  const found = groups.filter((group) => group !== undefined);
  const permissions = found
    .flatMap((group) => (direction === 'in' ? group.IpPermissions : group.IpPermissionsEgress) ?? [])
    .filter((permission) => ['-1', 'tcp', '6'].includes(permission.IpProtocol ?? '-1'));
  if (permissions.some((permission) => includes(permission, ports) && names(permission, peer))) return 'yes';
  const rules = permissions.flatMap((permission) => rulesOf(permission, peer, facts.prefixLists));
  const lets = certaintyOf(
    peer,
    shareOf(
      peer,
      ports,
      rules.flatMap(({ rule }) => rule ?? []),
    ),
  );
  const mayName = !peer.groups && permissions.some((one) => includes(one, ports) && one.UserIdGroupPairs?.length);
  const isWhole = found.length === groups.length && groups.length > 0 && rules.every(({ rule }) => rule) && !mayName;
  return lets === 'no' && !isWhole ? 'unknown' : lets;
}

function portsOf({ IpProtocol, FromPort, ToPort }: IpPermission): Ports {
  const all = IpProtocol === '-1' || FromPort === undefined || FromPort === -1;
  return all ? { from: 0, to: 65_535 } : { from: FromPort, to: ToPort ?? FromPort };
}

function includes(permission: IpPermission, ports: Ports): boolean {
  const { from, to } = portsOf(permission);
  return from <= ports.from && to >= ports.to;
}

function names({ UserIdGroupPairs = [], PrefixListIds = [] }: IpPermission, peer: Peer): boolean {
  return (
    UserIdGroupPairs.some(({ GroupId = '' }) => peer.groups?.includes(GroupId)) ||
    PrefixListIds.some(({ PrefixListId = '' }) => peer.prefixLists?.includes(PrefixListId))
  );
}

/** Blocks that a permission names; without a rule where a prefix list's are not known. */
function rulesOf(
  permission: IpPermission,
  { family }: Peer,
  prefixLists: readonly PrefixList[] = [],
): { rule: Rule | undefined }[] {
  const lists = (permission.PrefixListIds ?? []).flatMap(
    ({ PrefixListId }): readonly (string | undefined)[] =>
      prefixLists.find(({ id }) => id === PrefixListId)?.cidrs ?? [undefined],
  );
  const ranges =
    family === 4
      ? (permission.IpRanges ?? []).map(({ CidrIp }) => CidrIp)
      : (permission.Ipv6Ranges ?? []).map(({ CidrIpv6 }) => CidrIpv6);
  return [...ranges, ...lists].map((cidr) => ({
    rule: cidr === undefined ? undefined : { cidr, allow: true, ...portsOf(permission) },
  }));
}

/** Whether TCP traffic with a peer is let through by a network ACL, whose rules are tried by their numbers. */
export function aclLets(acl: NetworkAcl | undefined, direction: 'in' | 'out', ports: Ports, peer: Peer): Certainty {
  if (!acl) return 'unknown';
  const rules = (acl.Entries ?? [])
    .filter(({ Egress = false, Protocol = '-1' }) => Egress === (direction === 'out') && ['-1', '6'].includes(Protocol))
    .sort((a, b) => (a.RuleNumber ?? 0) - (b.RuleNumber ?? 0))
    .flatMap(({ CidrBlock, Ipv6CidrBlock, PortRange, RuleAction, Protocol }): Rule[] => {
      const cidr = peer.family === 4 ? CidrBlock : Ipv6CidrBlock;
      if (cidr === undefined) return [];
      const all = Protocol === '-1' || PortRange === undefined;
      const { From = 0, To = 65_535 } = all ? {} : PortRange;
      return [{ cidr, allow: RuleAction === 'allow', from: From, to: To }];
    });
  return certaintyOf(peer, shareOf(peer, ports, rules));
}

function certaintyOf({ cidrs }: Peer, share: number): Certainty {
  if (cidrs.length === 0) return 'unknown';
  if (share >= nearlyAll) return 'yes';
  return share === 0 ? 'no' : 'unknown';
}

/** How much of the traffic the rules let through, of which the first that fits decides: from 0 to 1. */
function shareOf(peer: Peer, ports: Ports, rules: readonly Rule[]): number {
  const fitting = isPublic(peer) ? rules.filter(({ cidr }) => !isInner(cidr)) : rules;
  const shares = peer.cidrs.map((cidr) => shareOfBlock(cidr, ports, fitting));
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function shareOfBlock(cidr: string, ports: Ports, rules: readonly Rule[]): number {
  const index = rules.findIndex((rule) => rule.from <= ports.to && rule.to >= ports.from && overlap(rule.cidr, cidr));
  const rule = rules[index];
  if (!rule) return 0;
  const rest = rules.slice(index);
  if (!covers(rule.cidr, cidr)) {
    const [left, right] = halves(cidr);
    return (shareOfBlock(left, ports, rest) + shareOfBlock(right, ports, rest)) / 2;
  }
  const parts = split(ports, rule);
  if (parts.length === 1) return rule.allow ? 1 : 0;
  const size = ports.to - ports.from + 1;
  return parts.reduce((sum, part) => sum + (shareOfBlock(cidr, part, rest) * (part.to - part.from + 1)) / size, 0);
}

/** The ports before, within and after those of a rule. */
function split(ports: Ports, rule: Ports): Ports[] {
  const from = Math.max(ports.from, rule.from);
  const to = Math.min(ports.to, rule.to);
  return [
    { from: ports.from, to: from - 1 },
    { from, to },
    { from: to + 1, to: ports.to },
  ].filter((part) => part.from <= part.to);
}
