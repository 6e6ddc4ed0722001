import type { CreateServiceCommandInput, Service, UpdateServiceCommandInput } from '@aws-sdk/client-ecs';

type ServiceFile = CreateServiceCommandInput;

/** One member of a service-definition file that says something else than the service does. */
export interface ServiceChange {
  member: string;
  before: unknown;
  after: unknown;
}

/** What it takes to bring a service to what a file says. */
export interface ServiceDifference {
  /** Members that UpdateService can change. */
  changes: ServiceChange[];
  /** Members that ECS sets when a service is created and never again. */
  fixed: ServiceChange[];
  /** The changed members as UpdateService takes them. */
  update: Partial<UpdateServiceCommandInput>;
}

/** Members of CreateService that UpdateService takes, too. */
const updatable: ReadonlySet<string> = new Set<keyof UpdateServiceCommandInput>([
  'availabilityZoneRebalancing',
  'capacityProviderStrategy',
  'deploymentConfiguration',
  'deploymentController',
  'desiredCount',
  'enableECSManagedTags',
  'enableExecuteCommand',
  'gatewayConnectors',
  'healthCheckGracePeriodSeconds',
  'loadBalancers',
  'monitoring',
  'networkConfiguration',
  'placementConstraints',
  'placementStrategy',
  'platformVersion',
  'propagateTags',
  'serviceConnectConfiguration',
  'serviceRegistries',
  'taskDefinition',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
]);

/** Members that name the service or the request, or that DescribeServices does not show where CreateService takes them. */
const identity = new Set(['cluster', 'serviceName', 'clientToken', 'tags', 'role']);

/** Members that stand in the newest deployment rather than in the service. */
const ofDeployment = new Set(['serviceConnectConfiguration', 'volumeConfigurations', 'vpcLatticeConfigurations']);

/**
 * What of a service-definition file the service does not say yet. Only members that the file names are compared, and
 * within them only what the file says: the rest is the service's own default.
 */
export function serviceDifference(file: ServiceFile, service: Service): ServiceDifference {
  const changes: ServiceChange[] = [];
  const fixed: ServiceChange[] = [];
  const update: Record<string, unknown> = {};
  for (const [member, after] of Object.entries(file)) {
    if (after === undefined || after === null || identity.has(member)) continue;
    const before = valueOf(service, member);
    // ECS shows the version that LATEST came to.
    if (says(before, after, member) || (member === 'platformVersion' && after === 'LATEST')) continue;
    if (!updatable.has(member)) fixed.push({ member, before, after });
    else {
      changes.push({ member, before, after });
      update[member] = after;
    }
  }
  return { changes, fixed, update };
}

/** The members of a service that a file names, for the other side of a diff. */
export function serviceAsFile(file: ServiceFile, service: Service): Record<string, unknown> {
  const members = Object.keys(file).filter((member) => !identity.has(member) || member === 'serviceName');
  return Object.fromEntries(members.map((member) => [member, shaped(valueOf(service, member), file[member as never])]));
}

function valueOf(service: Service, member: string): unknown {
  if (!ofDeployment.has(member)) return service[member as keyof Service];
  const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
  return primary?.[member as keyof typeof primary];
}

/** What a service is made with where nothing is said; not every server shows it then. */
const defaults: Readonly<Record<string, unknown>> = {
  assignPublicIp: 'DISABLED',
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  propagateTags: 'NONE',
  schedulingStrategy: 'REPLICA',
  strategy: 'ROLLING',
  type: 'ECS',
};

/** Whether a value already says all that is wanted; what is wanted empty or as by default, absent says as well. */
function says(value: unknown, wanted: unknown, name = ''): boolean {
  if (Array.isArray(wanted)) return saysList(Array.isArray(value) ? value : [], wanted);
  if (isObject(wanted)) {
    const object = isObject(value) ? value : {};
    return Object.entries(wanted).every(([inside, inner]) => says(object[inside], inner, inside));
  }
  if (value === undefined) return wanted === false || wanted === '' || wanted === 0 || defaults[name] === wanted;
  return value === wanted;
}

/** Lists of a service, such as subnets, have no order that would matter. */
function saysList(value: readonly unknown[], wanted: readonly unknown[]): boolean {
  if (value.length !== wanted.length) return false;
  const rest = [...value];
  return wanted.every((item) => {
    const at = rest.findIndex((candidate) => says(candidate, item));
    if (at < 0) return false;
    rest.splice(at, 1);
    return true;
  });
}

/** A value with only those members that the file has, so that a diff shows no defaults of the server. */
function shaped(value: unknown, pattern: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(pattern)) {
    return value.map((item, index) => shaped(item, pattern[index] ?? pattern[0]));
  }
  if (!isObject(value) || !isObject(pattern)) return value;
  return Object.fromEntries(Object.keys(pattern).map((name) => [name, shaped(value[name], pattern[name])]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
