import type { Listener, LoadBalancer, Rule, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { Ec2State } from '../ec2/ec2State.ts';
import type { ServiceState } from '../ecs/serviceState.ts';
import { byText } from '../limits/pageTokens.ts';
import type { RegionState } from '../regionState.ts';

/** A target group, and the services that register their tasks in it. */
export interface TargetGroupState {
  data: TargetGroup & { TargetGroupArn: string; TargetGroupName: string; Port: number; TargetType: string };
  services: ServiceState[];
}

const states = new WeakMap<RegionState, LoadBalancingState>();

/**
 * The load balancers of a Region. A target group that a service names is there by itself: a load balancer stands in front
 * of it, with a listener of its own, in every zone in which there are subnets.
 */
export class LoadBalancingState {
  /** Those that were added. */
  readonly loadBalancers: LoadBalancer[] = [];
  readonly listeners: Listener[] = [];
  readonly rules: Rule[] = [];
  /** What target groups have that is not as usual, by their ARN. */
  readonly targetGroups = new Map<string, Partial<TargetGroup>>();
  readonly #region: RegionState;

  constructor(region: RegionState) {
    this.#region = region;
  }

  static of(region: RegionState): LoadBalancingState {
    const found = states.get(region) ?? new LoadBalancingState(region);
    states.set(region, found);
    return found;
  }

  get groups(): TargetGroupState[] {
    const groups = new Map<string, TargetGroupState>();
    const services = [...this.#region.ecs.clusters.values()].flatMap((cluster) => [...cluster.services.values()]);
    for (const service of services) {
      for (const { targetGroupArn: arn, containerPort: port = 80 } of service.spec.loadBalancers) {
        if (arn === undefined) continue;
        const group = groups.get(arn) ?? { data: this.#group(arn, port, service), services: [] };
        group.services.push(service);
        groups.set(arn, group);
      }
    }
    return [...groups.values()].sort((a, b) => byText(a.data.TargetGroupArn, b.data.TargetGroupArn));
  }

  get allLoadBalancers(): LoadBalancer[] {
    return [...this.loadBalancers, ...this.groups.flatMap((group) => this.#ownBalancer(group) ?? [])];
  }

  get allListeners(): Listener[] {
    const own = this.groups.flatMap((group): Listener[] => {
      const balancer = this.#ownBalancer(group);
      if (!balancer) return [];
      const { TargetGroupArn } = group.data;
      return [
        {
          ListenerArn: listenerArn(balancer),
          LoadBalancerArn: balancer.LoadBalancerArn,
          Port: 80,
          Protocol: 'HTTP',
          DefaultActions: [
            { Type: 'forward', TargetGroupArn, ForwardConfig: { TargetGroups: [{ TargetGroupArn, Weight: 1 }] } },
          ],
        },
      ];
    });
    return [...this.listeners, ...own];
  }

  /** The rules of listeners: each has a default one, which does what the listener does. */
  get allRules(): Rule[] {
    const defaults = this.allListeners.map(({ ListenerArn = '', DefaultActions = [] }): Rule => ({
      RuleArn: `${ListenerArn.replace(':listener/', ':listener-rule/')}/0123456789abcdef`,
      Priority: 'default',
      Conditions: [],
      Actions: DefaultActions,
      IsDefault: true,
    }));
    return [...this.rules, ...defaults];
  }

  #group(arn: string, port: number, service: ServiceState): TargetGroupState['data'] {
    const definition = this.#region.ecs.taskDefinitions.find(service.spec.taskDefinition)?.data;
    const TargetGroupName = arn.split('/')[1] ?? arn;
    return {
      TargetGroupArn: arn,
      TargetGroupName,
      Protocol: 'HTTP',
      Port: port,
      VpcId: this.#vpcOf(service),
      HealthCheckProtocol: 'HTTP',
      HealthCheckPort: 'traffic-port',
      HealthCheckEnabled: true,
      HealthCheckIntervalSeconds: 30,
      HealthCheckTimeoutSeconds: 5,
      HealthyThresholdCount: 5,
      UnhealthyThresholdCount: 2,
      HealthCheckPath: '/healthz',
      Matcher: { HttpCode: '200' },
      LoadBalancerArns: [balancerArn(this.#region, TargetGroupName)],
      TargetType: definition?.networkMode === 'awsvpc' ? 'ip' : 'instance',
      ProtocolVersion: 'HTTP1',
      IpAddressType: 'ipv4',
      ...this.targetGroups.get(arn),
    };
  }

  #vpcOf({ spec }: ServiceState): string {
    const ec2 = Ec2State.of(this.#region);
    const [first] = spec.networkConfiguration?.awsvpcConfiguration?.subnets ?? [];
    return first === undefined ? ec2.vpcId : ec2.subnet(first).vpcId;
  }

  /** The load balancer of a target group to which no other was given. */
  #ownBalancer({ data, services: [service] }: TargetGroupState): LoadBalancer | undefined {
    const arn = balancerArn(this.#region, data.TargetGroupName);
    if (!data.LoadBalancerArns?.includes(arn) || !service) return undefined;
    if (this.loadBalancers.some(({ LoadBalancerArn }) => LoadBalancerArn === arn)) return undefined;
    const zones = new Map<string, string>();
    for (const { vpcId, availabilityZone, subnetId } of Ec2State.of(this.#region).subnets) {
      if (vpcId === data.VpcId && !zones.has(availabilityZone)) zones.set(availabilityZone, subnetId);
    }
    return {
      LoadBalancerArn: arn,
      LoadBalancerName: data.TargetGroupName,
      DNSName: `${data.TargetGroupName}-1234567890.${this.#region.name}.elb.amazonaws.com`,
      Scheme: 'internet-facing',
      VpcId: data.VpcId,
      State: { Code: 'active' },
      Type: 'application',
      AvailabilityZones: [...zones].map(([ZoneName, SubnetId]) => ({ ZoneName, SubnetId })),
      SecurityGroups: [...(service.spec.networkConfiguration?.awsvpcConfiguration?.securityGroups ?? [])],
      IpAddressType: 'ipv4',
    };
  }
}

/** The listener of a rule, whose ARN begins with it. */
export function listenerOf({ RuleArn = '' }: Rule): string {
  return RuleArn.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '');
}

function balancerArn(region: RegionState, name: string): string {
  return region.arn('elasticloadbalancing', `loadbalancer/app/${name}/0123456789abcdef`);
}

function listenerArn({ LoadBalancerArn = '' }: LoadBalancer): string {
  return `${LoadBalancerArn.replace(':loadbalancer/', ':listener/')}/0123456789abcdef`;
}
