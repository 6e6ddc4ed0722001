import { Ec2State } from '../ec2/ec2State.ts';
import type { ServiceState } from '../ecs/serviceState.ts';
import type { TaskState } from '../ecs/taskState.ts';
import { awsQuery } from '../http/protocols.ts';
import { ServiceError } from '../http/serviceError.ts';
import { byText, takePage } from '../limits/pageTokens.ts';
import type { RegionState } from '../regionState.ts';
import { reads, type ServiceDefinition, type ServiceRequest } from '../serviceDefinition.ts';

/** A target group, and the services that register their tasks in it. */
interface TargetGroup {
  arn: string;
  name: string;
  port: number;
  type: 'ip' | 'instance';
  services: ServiceState[];
}

/** The target groups of a Region: those that its services name. */
function groupsOf(region: RegionState): TargetGroup[] {
  const groups = new Map<string, TargetGroup>();
  const services = [...region.ecs.clusters.values()].flatMap((cluster) => [...cluster.services.values()]);
  for (const service of services) {
    for (const { targetGroupArn: arn, containerPort: port = 80 } of service.spec.loadBalancers) {
      if (arn === undefined) continue;
      const awsvpc = region.ecs.taskDefinitions.find(service.spec.taskDefinition)?.data.networkMode === 'awsvpc';
      const group = groups.get(arn) ?? {
        arn,
        name: arn.split('/')[1] ?? arn,
        port,
        type: awsvpc ? 'ip' : 'instance',
        services: [],
      };
      group.services.push(service);
      groups.set(arn, group);
    }
  }
  return [...groups.values()].sort((a, b) => byText(a.arn, b.arn));
}

type Form = Record<string, string | undefined>;

/** A list of the query protocol: `Names.member.1`, `Names.member.2` … */
function listOf(form: Form, name: string): string[] {
  return Object.keys(form).flatMap((key) => (key.startsWith(`${name}.member.`) ? (form[key] ?? []) : []));
}

function missing(): ServiceError {
  return new ServiceError('TargetGroupNotFound', 'One or more target groups not found');
}

function describeTargetGroups(form: Form, { region }: ServiceRequest): object {
  const groups = groupsOf(region);
  const [arns, names] = [listOf(form, 'TargetGroupArns'), listOf(form, 'Names')];
  const isThere = (wanted: string, key: 'arn' | 'name'): boolean => groups.some((group) => group[key] === wanted);
  if (!arns.every((arn) => isThere(arn, 'arn')) || !names.every((name) => isThere(name, 'name'))) throw missing();
  const wanted = groups.filter(
    ({ arn, name }) => (arns.length === 0 || arns.includes(arn)) && (names.length === 0 || names.includes(name)),
  );
  const page = takePage(wanted, ({ arn }) => arn, 'target groups', Number(form['PageSize'] ?? 400), form['Marker']);
  if (!page) throw new ServiceError('ValidationError', 'Invalid marker');
  return { TargetGroups: page.items.map((group) => written(group, region)), NextMarker: page.nextToken };
}

function written({ arn, name, port, type }: TargetGroup, region: RegionState): object {
  return {
    TargetGroupArn: arn,
    TargetGroupName: name,
    Protocol: 'HTTP',
    Port: port,
    VpcId: Ec2State.of(region).vpcId,
    HealthCheckProtocol: 'HTTP',
    HealthCheckPort: 'traffic-port',
    HealthCheckEnabled: true,
    HealthCheckPath: '/healthz',
    TargetType: type,
    ProtocolVersion: 'HTTP1',
    IpAddressType: 'ipv4',
  };
}

function describeTargetHealth(form: Form, { region }: ServiceRequest): object {
  const group = groupsOf(region).find(({ arn }) => arn === form['TargetGroupArn']);
  if (!group) throw missing();
  const tasks = group.services.flatMap((service) => [...service.tasks]);
  return { TargetHealthDescriptions: tasks.flatMap((task) => targetOf(task, group) ?? []) };
}

function targetOf(task: TaskState, { port, type }: TargetGroup): object | undefined {
  const { targetHealth: state } = task;
  if (state === 'none') return undefined;
  const details = task.data.attachments?.flatMap(({ details: all = [] }) => all) ?? [];
  const address = details.find(({ name }) => name === 'privateIPv4Address')?.value;
  const why = {
    initial: { Reason: 'Elb.RegistrationInProgress', Description: 'Target registration is in progress' },
    healthy: {},
    unhealthy: { Reason: 'Target.FailedHealthChecks', Description: 'Health checks failed' },
  }[state];
  return {
    Target: { Id: type === 'ip' ? address : task.instance?.ec2InstanceId, Port: port },
    HealthCheckPort: String(port),
    TargetHealth: { State: state, ...why },
  };
}

/** Elastic Load Balancing's groups of targets; the balancers in front of them are not simulated. */
export const loadBalancingService: ServiceDefinition = {
  name: 'elasticloadbalancing',
  protocol: awsQuery('http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/'),
  operations: {
    DescribeTargetGroups: reads(describeTargetGroups),
    DescribeTargetHealth: reads(describeTargetHealth),
  },
};
