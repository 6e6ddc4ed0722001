import type { SecurityGroup, Subnet } from '@aws-sdk/client-ec2';
import { l10n, type QuickPickItem } from 'vscode';
import { fetchSecurityGroups, fetchSubnets } from '../../../aws/read/accountNetworks.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import { AwsError } from '../../../aws/errors.ts';

export interface SubnetItem extends QuickPickItem {
  value: { id: string; vpcId: string };
}

export interface SecurityGroupItem extends QuickPickItem {
  value: string;
}

/** The account's subnets as items of a pick, VPC by VPC. Throws AwsError notFound where there is none. */
export async function fetchSubnetItems(connection: Connection): Promise<SubnetItem[]> {
  const subnets = await fetchSubnets(connection);
  if (subnets.length === 0) throw new AwsError('notFound', l10n.t('This Region has no subnets.'));
  return subnets.map(subnetItem).sort((a, b) => byText(a.value.vpcId, b.value.vpcId) || byText(a.label, b.label));
}

/** The security groups of a VPC as items of a pick. */
export async function fetchSecurityGroupItems(connection: Connection, vpcId: string): Promise<SecurityGroupItem[]> {
  const groups = await fetchSecurityGroups(connection, vpcId);
  return groups.map(securityGroupItem).sort((a, b) => byText(a.label, b.label));
}

function subnetItem(subnet: Subnet): SubnetItem {
  const { SubnetId: id = '', VpcId: vpcId = '', CidrBlock = '', AvailabilityZone = '', MapPublicIpOnLaunch } = subnet;
  const name = subnet.Tags?.find(({ Key }) => Key === 'Name')?.Value;
  // That nothing gets a public address by itself does not make a subnet private: its route table would say so.
  const facts = [name ? id : '', AvailabilityZone, CidrBlock, MapPublicIpOnLaunch ? l10n.t('public') : '', vpcId];
  return { label: name || id, description: facts.filter(Boolean).join(' · '), value: { id, vpcId } };
}

function securityGroupItem({ GroupId: id = '', GroupName, Description }: SecurityGroup): SecurityGroupItem {
  return { label: GroupName || id, description: id, ...(Description ? { detail: Description } : {}), value: id };
}

function byText(a: string, b: string): number {
  return a.localeCompare(b);
}

/** What is wrong with a choice of subnets: ECS takes at least one, and all of one VPC. */
export function subnetProblem(chosen: readonly SubnetItem[]): string | undefined {
  if (chosen.length === 0) return l10n.t('Choose at least one subnet.');
  const isOneVpc = new Set(chosen.map(({ value }) => value.vpcId)).size === 1;
  return isOneVpc ? undefined : l10n.t('Choose subnets of one VPC.');
}

/** Why the account's networks cannot be offered, where that is no reason to give up: ids can be typed. */
export function whyTyped(error: unknown): string {
  if (!(error instanceof AwsError) || error.kind === 'aborted') throw error;
  if (error.kind === 'denied' && error.permission) {
    return l10n.t('The account cannot be asked for its networks: {0} is missing.', error.permission);
  }
  return l10n.t('The account’s networks cannot be read: {0}', error.message);
}
