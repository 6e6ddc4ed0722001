import { outputOnlyMembers } from '../members/outputOnly.ts';
import { taskShape, type MemberSchema, type Shape } from '../document/schema.ts';
import { parseCpu, parseMemory } from '../document/units.ts';

/** Any JSON object; what it means is decided member by member. */
export type JsonObject = Record<string, unknown>;

/** What ECS fills in when a member is absent; the same as leaving it out. */
const serverDefaults: Readonly<Record<string, unknown>> = {
  'RegisterTaskDefinitionRequest.networkMode': 'bridge',
  'RegisterTaskDefinitionRequest.enableFaultInjection': false,
  'ContainerDefinition.cpu': 0,
  'ContainerDefinition.essential': true,
  'ContainerDefinition.privileged': false,
  'ContainerDefinition.readonlyRootFilesystem': false,
  'ContainerDefinition.interactive': false,
  'ContainerDefinition.pseudoTerminal': false,
  'ContainerDefinition.disableNetworking': false,
  'ContainerDefinition.versionConsistency': 'enabled',
  'PortMapping.protocol': 'tcp',
  'PortMapping.hostPort': 0,
  'MountPoint.readOnly': false,
  'VolumeFrom.readOnly': false,
  'HealthCheck.interval': 30,
  'HealthCheck.timeout': 5,
  'HealthCheck.retries': 3,
  'HealthCheck.startPeriod': 0,
  'ContainerRestartPolicy.restartAttemptPeriod': 300,
  'LinuxParameters.initProcessEnabled': false,
  'Volume.configuredAtLaunch': false,
  'DockerVolumeConfiguration.autoprovision': false,
  'DockerVolumeConfiguration.driver': 'local',
  'EFSVolumeConfiguration.rootDirectory': '/',
  'EFSVolumeConfiguration.transitEncryption': 'DISABLED',
  'EFSAuthorizationConfig.iam': 'DISABLED',
  'S3FilesVolumeConfiguration.rootDirectory': '/',
  'ProxyConfiguration.type': 'APPMESH',
};

/** Lists whose order means nothing to ECS, with the member by which they are put in order. */
const sortedBy: Readonly<Record<string, string>> = {
  'ContainerDefinition.environment': 'name',
  'ContainerDefinition.secrets': 'name',
  'ContainerDefinition.ulimits': 'name',
  'ContainerDefinition.systemControls': 'namespace',
  'ContainerDefinition.mountPoints': 'containerPath',
  'ContainerDefinition.volumesFrom': 'sourceContainer',
  'ContainerDefinition.dependsOn': 'containerName',
  'LogConfiguration.secretOptions': 'name',
  'ProxyConfiguration.properties': 'name',
  'RegisterTaskDefinitionRequest.volumes': 'name',
  'RegisterTaskDefinitionRequest.tags': 'key',
};

/** Lists of plain values that are sets to ECS. */
const sets: ReadonlySet<string> = new Set([
  'RegisterTaskDefinitionRequest.requiresCompatibilities',
  'KernelCapabilities.add',
  'KernelCapabilities.drop',
  'Device.permissions',
  'ContainerRestartPolicy.ignoredExitCodes',
]);

/**
 * One canonical form of a task definition, so that a file and the answer of DescribeTaskDefinition can be compared: unwrapped, without
 * output-only members, empty values and server defaults, sizes in units, members in the order of the schema.
 */
export function normalise(definition: object): JsonObject {
  const task = taskObject(definition);
  const canonical = canonicalObject(task, taskShape);
  if (typeof task['cpu'] === 'string') canonical['cpu'] = String(parseCpu(task['cpu'].trim()) ?? task['cpu']);
  if (typeof task['memory'] === 'string')
    canonical['memory'] = String(parseMemory(task['memory'].trim()) ?? task['memory']);
  dropFilledHostPorts(canonical, task['networkMode']);
  // Whoever names one half of the platform gets the usual other half.
  const platform = canonical['runtimePlatform'];
  if (isObject(platform)) {
    canonical['runtimePlatform'] = { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX', ...platform };
  }
  return canonical;
}

/** The canonical form as text, for either side of a diff. */
export function normalisedText(definition: object): string {
  return `${JSON.stringify(normalise(definition), undefined, 2)}\n`;
}

/** A described task definition as a file that can be edited and registered: explicit defaults stay, output-only and empty members go. */
export function registrableText(definition: object, tags?: readonly object[]): string {
  const described = { ...taskObject(definition), ...(tags?.length ? { tags } : {}) };
  const kept = Object.entries(described).filter(([name]) => !outputOnlyMembers.includes(name));
  return `${JSON.stringify(withoutEmpty(ordered(Object.fromEntries(kept), taskShape)), undefined, 2)}\n`;
}

/** The task definition inside a describe answer, with the tags that the answer has beside it; otherwise the object itself. */
function taskObject(definition: object): JsonObject {
  const object = definition as JsonObject;
  const inner = object['taskDefinition'];
  if (typeof inner !== 'object' || inner === null) return object;
  const tags = object['tags'];
  return Array.isArray(tags) ? { ...(inner as JsonObject), tags } : (inner as JsonObject);
}

function canonicalObject(object: JsonObject, shape: Shape): JsonObject {
  const result: JsonObject = {};
  for (const name of memberOrder(object, shape)) {
    const member = shape.members.get(name);
    const value = canonicalValue(object[name], member);
    if (isEmpty(value) && !isMeaningfulEmpty(member)) continue;
    if (member && serverDefaults[member.id] === value) continue;
    result[name] = value;
  }
  return result;
}

function canonicalValue(value: unknown, member: MemberSchema | undefined): unknown {
  if (Array.isArray(value)) {
    const items = value
      .map((item) => canonicalValue(item, member?.items))
      .filter((item) => item !== undefined && item !== null);
    if (member && sets.has(member.id)) return items.toSorted((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
    const key = member && sortedBy[member.id];
    return key ? items.toSorted((a, b) => compare(textOf(a, key), textOf(b, key))) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  // A Date of the SDK's, in a member that is not ours, is no object to look into.
  if (member?.shape) return canonicalObject(value as JsonObject, member.shape);
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)));
}

/** Under awsvpc and host ECS fills hostPort in with containerPort. */
function dropFilledHostPorts(task: JsonObject, networkMode: unknown): void {
  if (networkMode !== 'awsvpc' && networkMode !== 'host') return;
  for (const container of listOf(task['containerDefinitions'])) {
    for (const mapping of listOf(container['portMappings'])) {
      if (mapping['hostPort'] === mapping['containerPort']) delete mapping['hostPort'];
    }
  }
}

function ordered(value: unknown, shape: Shape | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, shape));
  if (typeof value !== 'object' || value === null || !shape) return value;
  const object = value as JsonObject;
  return Object.fromEntries(
    memberOrder(object, shape).map((name) => {
      const member = shape.members.get(name);
      return [name, ordered(object[name], member?.shape ?? member?.items?.shape)];
    }),
  );
}

/** Order that people write in: name and image first, then that of the schema; unknown members last. */
function memberOrder(object: JsonObject, shape: Shape): string[] {
  const names = Object.keys(object).filter((name) => shape !== taskShape || !outputOnlyMembers.includes(name));
  const order = [...shape.members.keys()];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.toSorted((a, b) => place(a) - place(b) || compare(a, b));
}

function withoutEmpty(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutEmpty(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, inner]): [string, unknown] => [name, withoutEmpty(inner, name)])
    .filter(
      ([name, inner]) => !isEmpty(inner) || (name === 'value' && inner === '') || (key === '' && name === 'host'),
    );
  return Object.fromEntries(entries);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0;
}

/** An empty environment value is a value; an empty list of arguments overrides nothing. */
function isMeaningfulEmpty(member: MemberSchema | undefined): boolean {
  return member?.id === 'KeyValuePair.value' || member?.id === 'Tag.value';
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown, key: string): string {
  const text = typeof value === 'object' && value !== null ? (value as JsonObject)[key] : undefined;
  return typeof text === 'string' ? text : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
