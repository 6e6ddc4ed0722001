import type { NetworkInterface } from '@aws-sdk/client-ec2';
import type { InterfacePlacement } from '../../../network/placement.ts';
import type { NetworkSubject } from '../../../network/subject.ts';
import type { FrugalReads } from './frugalReads.ts';

/** EC2 takes two hundred values of a filter. Of more instances, some stand for all. */
const mostValues = 200;

/** The subjects with what their instances' interfaces, and those of single tasks, tell of where they stand. */
export async function readInterfaces(
  reads: FrugalReads,
  subjects: readonly NetworkSubject[],
): Promise<NetworkSubject[]> {
  const instanceIds = subjects.flatMap((subject) => subject.instanceIds ?? []);
  const interfaceIds = subjects.flatMap(({ interfaceId }) => interfaceId ?? []);
  const [ofInstances, ofTasks] = await Promise.all([
    readBy(reads, 'attachment.instance-id', instanceIds),
    readBy(reads, 'network-interface-id', interfaceIds),
  ]);
  return subjects.map((subject) => withOwn(withInstances(subject, ofInstances), ofTasks));
}

/** By filter, for one that is gone would fail a request by ids. */
async function readBy(
  reads: FrugalReads,
  Name: string,
  ids: readonly string[],
): Promise<NetworkInterface[] | undefined> {
  if (ids.length === 0) return [];
  const Filters = [{ Name, Values: [...new Set(ids)].slice(0, mostValues) }];
  return reads.list('ec2', 'DescribeNetworkInterfaces', { Filters }, (page) => page.NetworkInterfaces);
}

/** By the first interface of each: the others are those of tasks. */
function withInstances(subject: NetworkSubject, interfaces: readonly NetworkInterface[] | undefined): NetworkSubject {
  const { instanceIds, placement } = subject;
  if (!instanceIds || !interfaces) return subject;
  const instances = interfaces
    .filter(({ Attachment }) => instanceIds.includes(Attachment?.InstanceId ?? '') && !Attachment?.DeviceIndex)
    .map(placementOfInterface);
  return { ...subject, placement: { ...placement, instances } };
}

function withOwn(subject: NetworkSubject, interfaces: readonly NetworkInterface[] = []): NetworkSubject {
  const { interfaceId, placement } = subject;
  const own = interfaces.find(({ NetworkInterfaceId }) => interfaceId && NetworkInterfaceId === interfaceId);
  return own ? { ...subject, placement: { ...placement, tasks: [placementOfInterface(own)] } } : subject;
}

function placementOfInterface({ SubnetId = '', Groups = [], Association }: NetworkInterface): InterfacePlacement {
  return {
    subnetId: SubnetId,
    securityGroups: Groups.flatMap(({ GroupId }) => GroupId ?? []),
    publicAddress: Association?.PublicIp !== undefined,
  };
}
