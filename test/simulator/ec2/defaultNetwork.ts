import type { IpPermission, NatGateway, NetworkAcl, RouteTable } from '@aws-sdk/client-ec2';
import type { RegionState } from '../regionState.ts';

const vpcBlock = '10.0.0.0/16';

/** The tail of a VPC's id, for ids of what belongs to it. */
const tail = (vpcId: string): string => vpcId.slice('vpc-'.length);

export const localRoute = {
  DestinationCidrBlock: vpcBlock,
  GatewayId: 'local',
  Origin: 'CreateRouteTable',
  State: 'active',
} as const;

/** The main route table of a VPC whose subnets all lead to one NAT gateway. */
export function mainRouteTable(vpcId: string, region: RegionState): RouteTable {
  const RouteTableId = `rtb-${tail(vpcId)}`;
  return {
    RouteTableId,
    VpcId: vpcId,
    OwnerId: region.account.id,
    Associations: [
      {
        Main: true,
        RouteTableId,
        RouteTableAssociationId: `rtbassoc-${tail(vpcId)}`,
        AssociationState: { State: 'associated' },
      },
    ],
    Routes: [
      localRoute,
      {
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: `nat-${tail(vpcId)}`,
        Origin: 'CreateRoute',
        State: 'active',
      },
    ],
  };
}

/** A regional one, which stands in no subnet. */
export function defaultNat(vpcId: string): NatGateway {
  return {
    NatGatewayId: `nat-${tail(vpcId)}`,
    VpcId: vpcId,
    State: 'available',
    ConnectivityType: 'public',
    AvailabilityMode: 'regional',
  };
}

/** The default ACL, which lets everything through: IPv6 by rules of its own, where the VPC has it. */
export function defaultAcl(vpcId: string, region: RegionState, hasIpv6 = false): NetworkAcl {
  const entry = (egress: boolean, rule: number, allow: boolean, block: object = { CidrBlock: '0.0.0.0/0' }) => ({
    ...block,
    Egress: egress,
    Protocol: '-1',
    RuleAction: allow ? ('allow' as const) : ('deny' as const),
    RuleNumber: rule,
  });
  const ipv6 = { Ipv6CidrBlock: '::/0' };
  return {
    NetworkAclId: `acl-${tail(vpcId)}`,
    VpcId: vpcId,
    OwnerId: region.account.id,
    IsDefault: true,
    Associations: [],
    Entries: [true, false].flatMap((egress) => [
      entry(egress, 100, true),
      ...(hasIpv6 ? [entry(egress, 101, true, ipv6)] : []),
      entry(egress, 32_767, false),
      ...(hasIpv6 ? [entry(egress, 32_768, false, ipv6)] : []),
    ]),
  };
}

export function defaultPermissions(): { ingress: IpPermission[]; egress: IpPermission[] } {
  const all = (CidrIp: string): IpPermission => ({
    IpProtocol: '-1',
    IpRanges: [{ CidrIp }],
    Ipv6Ranges: [],
    PrefixListIds: [],
    UserIdGroupPairs: [],
  });
  return { ingress: [all(vpcBlock)], egress: [all('0.0.0.0/0')] };
}
