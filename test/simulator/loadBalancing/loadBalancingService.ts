import type { TaskState } from '../ecs/taskState.ts';
import { awsQuery } from '../http/protocols.ts';
import { ServiceError } from '../http/serviceError.ts';
import { byText, takePage } from '../limits/pageTokens.ts';
import { reads, type ServiceDefinition, type ServiceRequest } from '../serviceDefinition.ts';
import { listenerOf, LoadBalancingState, type TargetGroupState } from './loadBalancingState.ts';

type Form = Record<string, string | undefined>;

/** A list of the query protocol: `Names.member.1`, `Names.member.2` … */
function listOf(form: Form, name: string): string[] {
  return Object.keys(form).flatMap((key) => (key.startsWith(`${name}.member.`) ? (form[key] ?? []) : []));
}

function missing(what: 'TargetGroup' | 'LoadBalancer' | 'Listener' | 'Rule', text: string): ServiceError {
  return new ServiceError(`${what}NotFound`, `One or more ${text} not found`);
}

/** One page of what is there, sorted by ARN. */
function page<T>(form: Form, items: readonly T[], arnOf: (item: T) => string): { items: T[]; NextMarker?: string } {
  const sorted = [...items].sort((a, b) => byText(arnOf(a), arnOf(b)));
  const size = Number(form['PageSize'] ?? 400);
  if (!(size >= 1 && size <= 400)) throw new ServiceError('ValidationError', 'Page size must be between 1 and 400');
  const found = takePage(sorted, arnOf, 'load balancing', size, form['Marker']);
  if (!found) throw new ServiceError('ValidationError', 'Invalid marker');
  return found.nextToken === undefined ? { items: found.items } : { items: found.items, NextMarker: found.nextToken };
}

/** What is asked for by ARN or name, all of it there. */
function wantedOf<T>(
  items: readonly T[],
  wanted: readonly string[],
  keyOf: (item: T) => string,
  none: ServiceError,
): T[] {
  if (wanted.length === 0) return [...items];
  if (!wanted.every((one) => items.some((item) => keyOf(item) === one))) throw none;
  return items.filter((item) => wanted.includes(keyOf(item)));
}

function describeTargetGroups(form: Form, { region }: ServiceRequest): object {
  const none = missing('TargetGroup', 'target groups');
  const balancer = form['LoadBalancerArn'];
  const all = LoadBalancingState.of(region)
    .groups.map(({ data }) => data)
    .filter(({ LoadBalancerArns = [] }) => balancer === undefined || LoadBalancerArns.includes(balancer));
  const byArn = wantedOf(all, listOf(form, 'TargetGroupArns'), (one) => one.TargetGroupArn, none);
  const wanted = wantedOf(byArn, listOf(form, 'Names'), (one) => one.TargetGroupName, none);
  const { items: TargetGroups, NextMarker } = page(form, wanted, (one) => one.TargetGroupArn);
  return { TargetGroups, NextMarker };
}

function describeLoadBalancers(form: Form, { region }: ServiceRequest): object {
  const none = missing('LoadBalancer', 'load balancers');
  const arns = listOf(form, 'LoadBalancerArns');
  if (arns.length > 20) throw new ServiceError('ValidationError', 'Up to 20 load balancers can be described at once');
  const all = LoadBalancingState.of(region).allLoadBalancers;
  const byArn = wantedOf(all, arns, (one) => one.LoadBalancerArn ?? '', none);
  const wanted = wantedOf(byArn, listOf(form, 'Names'), (one) => one.LoadBalancerName ?? '', none);
  const { items: LoadBalancers, NextMarker } = page(form, wanted, (one) => one.LoadBalancerArn ?? '');
  return { LoadBalancers, NextMarker };
}

function describeListeners(form: Form, { region }: ServiceRequest): object {
  const state = LoadBalancingState.of(region);
  const balancer = form['LoadBalancerArn'];
  if (balancer !== undefined && !state.allLoadBalancers.some((one) => one.LoadBalancerArn === balancer)) {
    throw missing('LoadBalancer', 'load balancers');
  }
  const all = state.allListeners.filter((one) => balancer === undefined || one.LoadBalancerArn === balancer);
  const none = missing('Listener', 'listeners');
  const wanted = wantedOf(all, listOf(form, 'ListenerArns'), (one) => one.ListenerArn ?? '', none);
  const { items: Listeners, NextMarker } = page(form, wanted, (one) => one.ListenerArn ?? '');
  return { Listeners, NextMarker };
}

function describeRules(form: Form, { region }: ServiceRequest): object {
  const state = LoadBalancingState.of(region);
  const listener = form['ListenerArn'];
  if (listener !== undefined && !state.allListeners.some((one) => one.ListenerArn === listener)) {
    throw missing('Listener', 'listeners');
  }
  const all = state.allRules.filter((rule) => listener === undefined || listenerOf(rule) === listener);
  const wanted = wantedOf(all, listOf(form, 'RuleArns'), (one) => one.RuleArn ?? '', missing('Rule', 'rules'));
  const { items: Rules, NextMarker } = page(form, wanted, (one) => one.RuleArn ?? '');
  return { Rules, NextMarker };
}

function describeTargetHealth(form: Form, { region }: ServiceRequest): object {
  const groups = LoadBalancingState.of(region).groups;
  const group = groups.find(({ data }) => data.TargetGroupArn === form['TargetGroupArn']);
  if (!group) throw missing('TargetGroup', 'target groups');
  const tasks = group.services.flatMap((service) => [...service.tasks]);
  return { TargetHealthDescriptions: tasks.flatMap((task) => targetOf(task, group) ?? []) };
}

function targetOf(task: TaskState, { data }: TargetGroupState): object | undefined {
  const { targetHealth: state } = task;
  if (state === 'none') return undefined;
  const details = task.data.attachments?.flatMap(({ details: all = [] }) => all) ?? [];
  const address = details.find(({ name }) => name === 'privateIPv4Address')?.value;
  const why = {
    initial: { Reason: 'Elb.RegistrationInProgress', Description: 'Target registration is in progress' },
    healthy: {},
    unhealthy: { Reason: 'Target.FailedHealthChecks', Description: 'Health checks failed' },
  }[state];
  const { Port, HealthCheckPort } = data;
  return {
    Target: { Id: data.TargetType === 'ip' ? address : task.instance?.ec2InstanceId, Port },
    HealthCheckPort: HealthCheckPort === 'traffic-port' ? String(Port) : HealthCheckPort,
    TargetHealth: { State: state, ...why },
  };
}

/** Elastic Load Balancing: load balancers, how they lead on, and the health of what they lead to. */
export const loadBalancingService: ServiceDefinition = {
  name: 'elasticloadbalancing',
  protocol: awsQuery('http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/'),
  operations: {
    DescribeListeners: reads(describeListeners),
    DescribeLoadBalancers: reads(describeLoadBalancers),
    DescribeRules: reads(describeRules),
    DescribeTargetGroups: reads(describeTargetGroups),
    DescribeTargetHealth: reads(describeTargetHealth),
  },
};
