import type { AwsVpcConfiguration } from '@aws-sdk/client-ecs';
import { blockOfSubnet, zoneOfSubnet } from '../ecs/scheduler/network.ts';
import type { RegionState } from '../regionState.ts';

export interface SubnetData {
  subnetId: string;
  vpcId: string;
  name?: string | undefined;
  cidrBlock: string;
  availabilityZone: string;
  /** Whether what starts in it gets a public address unless somebody says otherwise. */
  mapPublicIpOnLaunch: boolean;
}

export interface SecurityGroupData {
  groupId: string;
  vpcId: string;
  groupName: string;
  groupDescription: string;
}

const states = new WeakMap<RegionState, Ec2State>();

/** The network of a Region: what was added to it, and the subnets and groups that services and tasks name. */
export class Ec2State {
  readonly vpcId: string;
  readonly #region: RegionState;
  readonly #subnets = new Map<string, SubnetData>();
  readonly #groups = new Map<string, SecurityGroupData>();

  constructor(region: RegionState) {
    this.#region = region;
    this.vpcId = `vpc-0${region.account.id}0a1b`;
  }

  static of(region: RegionState): Ec2State {
    const found = states.get(region) ?? new Ec2State(region);
    states.set(region, found);
    return found;
  }

  addSubnet(subnetId: string, more: Partial<SubnetData> = {}): SubnetData {
    const made = {
      subnetId,
      vpcId: this.vpcId,
      cidrBlock: `10.0.${blockOfSubnet(subnetId)}.0/20`,
      availabilityZone: zoneOfSubnet(this.#region.name, subnetId),
      mapPublicIpOnLaunch: false,
      ...more,
    };
    this.#subnets.set(subnetId, made);
    return made;
  }

  addSecurityGroup(groupId: string, more: Partial<SecurityGroupData> = {}): SecurityGroupData {
    const made = {
      groupId,
      vpcId: this.vpcId,
      groupName: `tasks-${groupId.slice(3, 7)}`,
      groupDescription: 'Tasks of a service',
      ...more,
    };
    this.#groups.set(groupId, made);
    return made;
  }

  subnet(id: string): SubnetData {
    return this.#subnets.get(id) ?? this.addSubnet(id);
  }

  securityGroup(id: string): SecurityGroupData {
    return this.#groups.get(id) ?? this.addSecurityGroup(id);
  }

  get subnets(): SubnetData[] {
    for (const { subnets = [] } of this.#used()) for (const id of subnets) this.subnet(id);
    return [...this.#subnets.values()];
  }

  get securityGroups(): SecurityGroupData[] {
    for (const { securityGroups = [] } of this.#used()) for (const id of securityGroups) this.securityGroup(id);
    return [...this.#groups.values()];
  }

  #used(): AwsVpcConfiguration[] {
    return [...this.#region.ecs.clusters.values()]
      .flatMap((cluster) => [...cluster.tasks.values()].map((task) => task.network))
      .flatMap((network) => network ?? []);
  }
}
