import type { Attachment, Container } from '@aws-sdk/client-ecs';
import type { Random } from '../../random.ts';

/** The zone a subnet lies in: always the same one for the same id. */
export function zoneOfSubnet(region: string, subnet: string): string {
  let sum = 0;
  for (const char of subnet) sum += char.charCodeAt(0);
  return `${region}${'abc'[sum % 3]}`;
}

/** Fills in what an interface gets when it is attached, in the order in which ECS lists it. */
export function attachInterface(attachment: Attachment, containers: Container[], region: string, random: Random): void {
  const address = `10.0.${random.integer(0, 63)}.${random.integer(4, 250)}`;
  const suffix = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  const subnetId = attachment.details?.find((detail) => detail.name === 'subnetId')?.value ?? '';
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
