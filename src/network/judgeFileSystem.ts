import type { NetworkInterface, Subnet } from '@aws-sdk/client-ec2';
import { type Check, type Judged, notReached, passing, reached, unsure } from './cause.ts';
import { aclChecks, egressCheck, groupsOf, peerIn, unreadOr } from './checks.ts';
import type { FileSystemDestination } from './destination.ts';
import { clientPorts, groupsLet, onePort } from './firewall.ts';
import type { InterfacePlacement } from './placement.ts';
import { subnetOf, type VpcFacts } from './vpc.ts';

/** Port of NFS, on which EFS listens. */
const nfs = 2049;

/** Whether an interface reaches a mount target of a file system. Its name leads to the one in the interface's own zone. */
export function judgeFileSystem(
  facts: VpcFacts,
  speaker: InterfacePlacement,
  { fileSystemId }: FileSystemDestination,
): Judged {
  const subnet = subnetOf(facts, speaker.subnetId);
  if (!subnet) {
    return facts.subnets
      ? notReached({ code: 'subnetGone', subnet: speaker.subnetId })
      : unsure({ code: 'unread', operations: ['ec2:DescribeSubnets'] });
  }
  if (!facts.mountTargets) return unsure({ code: 'unread', operations: ['ec2:DescribeNetworkInterfaces'] });
  const targets = facts.mountTargets.filter(({ Description = '' }) => Description.includes(`${fileSystemId} `));
  const zone = subnet.AvailabilityZone;
  const target = targets.find(({ AvailabilityZone }) => AvailabilityZone === zone);
  if (!target) {
    // Those of a shared VPC belong to whoever made the file system.
    if (facts.shared) return unsure({ code: 'ownerKeeps' });
    return notReached({ code: 'noMountTarget', fileSystem: fileSystemId, zone: targets.length > 0 ? zone : undefined });
  }
  return passing(
    reached({ kind: 'mountTarget', id: target.NetworkInterfaceId ?? '' }),
    checksOf(facts, speaker, subnet, target),
  );
}

function checksOf(
  facts: VpcFacts,
  speaker: InterfacePlacement,
  subnet: Subnet,
  { Groups = [], SubnetId = '' }: NetworkInterface,
): Check[] {
  const groups = Groups.flatMap(({ GroupId }) => GroupId ?? []);
  const there = [subnetOf(facts, SubnetId)].filter((one): one is Subnet => one !== undefined);
  const inbound = groupsLet(facts, groups, 'in', onePort(nfs), peerIn([subnet], 4, groupsOf(facts, speaker)));
  const refused = { code: 'ingress', groups, ports: onePort(nfs), from: '' } as const;
  const isSame = SubnetId === subnet.SubnetId;
  return [
    egressCheck(facts, speaker, nfs, peerIn(there, 4, groups)),
    { lets: inbound, cause: unreadOr(facts, groupsOf(facts, speaker), inbound, refused) },
    ...(isSame ? [] : aclChecks(facts, speaker.subnetId, { out: onePort(nfs), in: clientPorts }, peerIn(there, 4, []))),
    ...(isSame ? [] : aclChecks(facts, SubnetId, { out: clientPorts, in: onePort(nfs) }, peerIn([subnet], 4, []))),
  ];
}
