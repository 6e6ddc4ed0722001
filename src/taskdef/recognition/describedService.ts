import { nameOfArn } from '../../ecs/arn.ts';
import { serviceOutputMembers, taskSetMembers } from '../members/outputOnly.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** What becomes of the answer of DescribeServices on its way to the input of CreateService. */
export interface DescribedService {
  /** Members that go: what only ECS sets, and what CreateService refuses beside the rest. */
  dropped: ReadonlySet<string>;
  /** Members that the answer has elsewhere, and the input at its root. */
  added: Record<string, unknown>;
}

/** What of a service stands in its newest deployment alone. */
const ofDeployment = ['serviceConnectConfiguration', 'volumeConfigurations', 'vpcLatticeConfigurations'];

/** Undefined for a service that says nothing which only ECS sets: an input. */
export function describedService(service: JsonObject): DescribedService | undefined {
  if (!Object.keys(service).some((name) => serviceOutputMembers.has(name))) return undefined;
  const controller = memberOf(service['deploymentController'], 'type');
  const isExternal = controller === 'EXTERNAL';
  const dropped = new Set(serviceOutputMembers);
  if (isExternal) for (const name of taskSetMembers) dropped.add(name);
  if (service['schedulingStrategy'] === 'DAEMON') dropped.add('desiredCount');
  if (isEmpty(service['tags'])) dropped.add('tags');
  if (isEmpty(service['loadBalancers'] ?? []) && service['healthCheckGracePeriodSeconds'] === 0)
    dropped.add('healthCheckGracePeriodSeconds');
  const added: Record<string, unknown> = {};
  const cluster = service['clusterArn'];
  if (service['cluster'] === undefined && typeof cluster === 'string') added['cluster'] = nameOfArn(cluster);
  const primary = primaryOf(service['deployments']);
  const lifted = isExternal ? [] : ['taskDefinition', ...ofDeployment];
  for (const name of lifted) {
    const value = memberOf(primary, name);
    if (service[name] === undefined && value !== undefined && value !== null && !isEmpty(value)) added[name] = value;
  }
  return { dropped, added };
}

function primaryOf(deployments: unknown): unknown {
  return Array.isArray(deployments) ? deployments.find((one) => memberOf(one, 'status') === 'PRIMARY') : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
