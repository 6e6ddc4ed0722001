import type { Attachment, Container } from '@aws-sdk/client-ecs';
import type { Random } from '../../random.ts';

/** The zone a subnet lies in: always the same one for the same id. */
export function zoneOfSubnet(region: string, subnet: string): string {
  return `${region}${'abc'[sumOf(subnet) % 3]}`;
}

/** The third number of the first address of a subnet, whose block is a /20 of 10.0.0.0/16. */
export function blockOfSubnet(subnet: string): number {
  return (sumOf(subnet) % 16) * 16;
}

function sumOf(text: string): number {
  let sum = 0;
  for (const char of text) sum += char.charCodeAt(0);
  return sum;
}

/** Fills in what an interface gets when it is attached, in the order in which ECS lists it. */
export function attachInterface(attachment: Attachment, containers: Container[], region: string, random: Random): void {
  const suffix = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  const subnetId = attachment.details?.find((detail) => detail.name === 'subnetId')?.value ?? '';
  const third = blockOfSubnet(subnetId) + (random.integer(0, 63) % 16);
  const address = `10.0.${third}.${random.integer(4, 250)}`;
  attachment.status = 'ATTACHED';
  attachment.details = Object.entries({
    subnetId,
    networkInterfaceId: `eni-${random.hex(17)}`,
    macAddress: `0a:${(random.hex(10).match(/../g) ?? []).join(':')}`,
    privateDnsName: `ip-${address.replaceAll('.', '-')}.${suffix}`,
    privateIPv4Address: address,
  }).map(([name, value]) => ({ name, value }));
  for (const container of containers) {
    container.networkInterfaces = [{ attachmentId: attachment.id, privateIpv4Address: address }];
  }
}
