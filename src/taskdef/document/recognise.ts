import { fileWords, type NamedKind, notBehindWords, templateEndings } from './fileNames.ts';

/**
 * What a JSON file is to us. `wrapper` is the output of DescribeTaskDefinition (`{"taskDefinition": {…}}`), `containers` a bare
 * array of container definitions, `service` the input of CreateService or one service as DescribeServices shows it,
 * `serviceWrapper` the whole output of DescribeServices (`{"services": [{…}]}`), `serviceAnswer` that of CreateService and
 * UpdateService (`{"service": {…}}`), `serviceUpdate` the input of UpdateService.
 */
export const fileKinds = [
  'taskDefinition',
  'wrapper',
  'containers',
  'service',
  'serviceWrapper',
  'serviceAnswer',
  'serviceUpdate',
  'other',
] as const;

export type FileKind = (typeof fileKinds)[number];

// This file is loaded with the extension itself and runs on every JSON file that is opened: a table of names, and no parsing.

const longestText = 1_048_576;
const sniffedText = 131_072;
/** More task definitions than anybody keeps in one file. */
const mostTasks = 50;

const ourWords =
  /"(?:containerDefinitions|deploymentConfiguration|desiredCount|launchType|capacityProviderStrategy|schedulingStrategy|deploymentController|networkConfiguration|forceNewDeployment|services)"/;
const taskMembers =
  'family containerDefinitions taskRoleArn executionRoleArn networkMode requiresCompatibilities volumes placementConstraints runtimePlatform proxyConfiguration ephemeralStorage cpu memory pidMode ipcMode inferenceAccelerators enableFaultInjection'.split(
    ' ',
  );
const serviceMembers =
  'serviceName desiredCount launchType capacityProviderStrategy schedulingStrategy deploymentConfiguration deploymentController networkConfiguration loadBalancers serviceRegistries platformVersion placementStrategy enableExecuteCommand enableECSManagedTags propagateTags healthCheckGracePeriodSeconds serviceConnectConfiguration availabilityZoneRebalancing'.split(
    ' ',
  );
const containerMembers =
  'name image cpu memory memoryReservation essential portMappings environment secrets logConfiguration mountPoints volumesFrom entryPoint command dependsOn healthCheck links linuxParameters ulimits firelensConfiguration resourceRequirements environmentFiles user workingDirectory dockerLabels privileged'.split(
    ' ',
  );
/** Beside those, what the input of UpdateService has. */
const updateMembers = 'service cluster taskDefinition forceNewDeployment'.split(' ');
/** What no list of products, people or pipeline steps has, unlike a name, an image, a user or a command. */
const containersOnly =
  'memoryReservation essential portMappings logConfiguration mountPoints volumesFrom entryPoint dependsOn healthCheck linuxParameters ulimits firelensConfiguration resourceRequirements environmentFiles workingDirectory dockerLabels'.split(
    ' ',
  );
/** Root members that only other kinds of file have: CloudFormation, Terraform, SDK models, RunTask input, Kubernetes, daemons, Beanstalk. */
const strangers =
  'Resources AWSTemplateFormatVersion AWSEBDockerrunVersion terraform_version format_version shapes operations overrides apiVersion daemonTaskDefinitionArn daemonTaskDefinition'.split(
    ' ',
  );
/** What daemon task definitions do not have, though a task definition for a daemon service may. */
const notInDaemons =
  /"(?:networkMode|requiresCompatibilities|portMappings|placementConstraints|links|dockerVolumeConfiguration|efsVolumeConfiguration|revision)"/;
/** Members of the inputs of RunTask and CreateTaskSet, which share others with CreateService. */
const otherCalls = 'count startedBy group externalId scale'.split(' ');
/** What DescribeServices tells of a service, and no input has. */
const serviceStates = 'serviceArn clusterArn status runningCount pendingCount deployments taskSets events'.split(' ');
/** The input of CreateExpressGatewayService, which makes its own task definition. */
const expressMembers = ['primaryContainer', 'infrastructureRoleArn'];

const otherLanguage = /\.(?:jsonnet|libsonnet|ya?ml|tf|hcl|md|[cm]?[jt]s|py|rb|go|sh|ps1)$/i;
const templateEnding = new RegExp(`\\.(?:${templateEndings.join('|')})(?=\\.|$)`, 'g');
const namePatterns = Object.entries(fileWords).map(
  ([kind, words]) => [kind as NamedKind, new RegExp(`(?:${words.join('|')})(?!${notBehindWords})`)] as const,
);

/** Judges a file by its name alone: `task-definition.json`, `ecs-taskdef.prod.jsonc`, `task_def.json.tpl` … */
export function recogniseName(path: string): FileKind {
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  const plain = base.replace(templateEnding, '');
  if (!/\.jsonc?$/.test(plain) && plain === base) return 'other';
  if (!/\.jsonc?$/.test(plain) && /\.[a-z]+$/.test(plain)) return 'other';
  return namePatterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
}

/** Judges a file by its text, without parsing it: the members at its root, and those of its first container. */
export function recogniseText(text: string): FileKind {
  if (text.length > longestText) return 'other';
  const start = skipPreamble(text);
  if (text[start] === '[') {
    if (isContainerArray(text, start, 3)) return 'containers';
    return isTaskAt(text, skipBlank(text, start + 1)) ? 'taskDefinition' : 'other';
  }
  if (text[start] !== '{' || !ourWords.test(text.length > sniffedText ? text.slice(0, sniffedText) : text))
    return 'other';
  const root = membersAt(text, start);
  if (strangers.some((name) => root.has(name))) return 'other';
  if (root.has('containerDefinitions')) return isTask(text, root) ? 'taskDefinition' : 'other';
  const inner = root.get('taskDefinition');
  if (inner !== undefined && text[inner] === '{') {
    return isTask(text, membersAt(text, inner)) ? 'wrapper' : 'other';
  }
  if (isSeveralTasks(text, root)) return 'taskDefinition';
  return serviceKind(text, root, 2);
}

/** Which service definition an object with these members is, if it has so many of a service's own. */
function serviceKind(text: string, root: Map<string, number>, needed: number): FileKind {
  const services = root.get('services');
  if (services !== undefined) return isDescribed(text, services) ? 'serviceWrapper' : 'other';
  const isNamed = root.has('serviceName');
  const answer = root.get('service');
  if (!isNamed && answer !== undefined && text[answer] === '{')
    return isToldOf(text, answer) ? 'serviceAnswer' : 'other';
  if (count(expressMembers, root) > 0 || (!isNamed && count(otherCalls, root) > 0)) return 'other';
  const isUpdate = !isNamed && (root.has('service') || root.has('forceNewDeployment'));
  const members = count(serviceMembers, root);
  if (!isUpdate) return members >= needed ? 'service' : 'other';
  // Its name says less than serviceName does: other programs' files have a "service" too.
  if (members === 0 && !root.has('forceNewDeployment')) return 'other';
  return members + count(updateMembers, root) > needed ? 'serviceUpdate' : 'other';
}

/** Whether a list begins with a service as DescribeServices tells it. */
function isDescribed(text: string, list: number): boolean {
  const first = text[list] === '[' ? skipBlank(text, list + 1) : -1;
  return text[first] === '{' && isToldOf(text, first);
}

/** Whether an object is a service as ECS tells it. */
function isToldOf(text: string, object: number): boolean {
  const members = membersAt(text, object);
  return count(serviceStates, members) >= 2 && count(serviceMembers, members) >= 1;
}

/** Whether the members are task definitions, or the only one is a list of them: a rule says that a file holds one. */
function isSeveralTasks(text: string, root: Map<string, number>): boolean {
  if (root.size > mostTasks) return false;
  const values = [...root.values()];
  if (values.length > 1) return values.every((at) => isTaskAt(text, at));
  return values.some((at) => text[at] === '[' && isTaskAt(text, skipBlank(text, at + 1)));
}

/** Whether a task definition begins here, or the answer of DescribeTaskDefinition. */
function isTaskAt(text: string, at: number): boolean {
  if (text[at] !== '{') return false;
  const members = membersAt(text, at);
  if (strangers.some((name) => members.has(name))) return false;
  const inner = members.get('taskDefinition');
  const task = inner !== undefined && text[inner] === '{' ? membersAt(text, inner) : members;
  return task.has('family') && isTask(text, task);
}

/** Judges a file by text and name: the text decides, and the name where the text says nothing yet. */
export function recognise(path: string, text: string): FileKind {
  if (otherLanguage.test(path)) return 'other';
  const byText = recogniseText(text);
  const byName = recogniseName(path);
  if (byText === 'service' && /run[-_]?task/i.test(path.slice(path.lastIndexOf('/') + 1))) return 'other';
  if (byText === 'taskDefinition' && /daemon[^/\\]*$/i.test(path) && !notInDaemons.test(text)) return 'other';
  if (byText !== 'other' || byName === 'other' || text.length > longestText) return byText;
  const start = skipPreamble(text);
  if (text[start] === '[') return byName !== 'service' && isContainerArray(text, start, 1) ? 'containers' : 'other';
  if (start >= text.length) return byName;
  // What is neither object nor list is a broken file of that name, or one that begins with a template's own code.
  if (text[start] !== '{') return /\.jsonc?(?:\.|$)/i.test(path) ? byName : 'other';
  const root = membersAt(text, start);
  if (root.size === 0) return byName === 'containers' ? 'taskDefinition' : byName;
  if (strangers.some((name) => root.has(name)) || isDaemon(text, root)) return 'other';
  if (byName === 'service') return serviceKind(text, root, 1);
  const containers = root.get('containerDefinitions');
  if (containers !== undefined && text[containers] === '[' && !isContainerArray(text, containers, 0)) return 'other';
  return count(taskMembers, root) > 0 ? 'taskDefinition' : 'other';
}

function isTask(text: string, members: Map<string, number>): boolean {
  const containers = members.get('containerDefinitions');
  if (containers === undefined || isDaemon(text, members)) return false;
  const first = text[containers];
  if (first === '[') return isContainerArray(text, containers, 1);
  // A placeholder, or nothing typed yet; an object or a text of its own is some other program's file.
  return (
    first === undefined ||
    first === '}' ||
    first === '<' ||
    /^[$%_n#@(A-Z]|^"\s*[$<{]|^\{[{%]/.test(text.slice(containers, containers + 8))
  );
}

/** A daemon has neither network mode nor launch types; beside them "none" is a mistake in a task definition. */
function isDaemon(text: string, members: Map<string, number>): boolean {
  if (members.has('networkMode') || members.has('requiresCompatibilities')) return false;
  const pidMode = members.get('pidMode');
  if (pidMode !== undefined && /^"(?:none|shared)"/.test(text.slice(pidMode, pidMode + 8))) return true;
  const volumes = members.get('volumes');
  return volumes !== undefined && text.includes('"logDriverVolumeConfiguration"');
}

function isContainerArray(text: string, start: number, needed: number): boolean {
  const first = skipBlank(text, start + 1);
  if (text[first] !== '{' || text[first + 1] === '{' || text[first + 1] === '%') return needed < 3;
  const members = membersAt(text, first);
  if (members.size === 0) return needed < 3;
  const known = count(containerMembers, members);
  if (needed < 3) return known >= needed && (needed === 0 || known * 2 >= members.size || members.has('image'));
  if (!members.has('image') || known < needed) return false;
  return count(containersOnly, members) > 0 || sized(text, members.get('cpu')) || sized(text, members.get('memory'));
}

/** Whether a size is a number or a placeholder: `512`, `${cpu}`; the memory of a laptop is "16 GB". */
function sized(text: string, at: number | undefined): boolean {
  return at !== undefined && /^(?:\d+\s*[,}\]\s]|["\s]*[$<{%_#@])/.test(text.slice(at, at + 12));
}

function count(names: string[], members: Map<string, number>): number {
  return names.reduce((sum, name) => (members.has(name) ? sum + 1 : sum), 0);
}

/** Names of the members of the object that begins at `start`, each with the offset where its value begins. */
function membersAt(text: string, start: number): Map<string, number> {
  const members = new Map<string, number>();
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 34 /* " */) {
      const end = endOfString(text, i);
      const colon = depth === 1 ? skipBlank(text, end) : -1;
      if (colon >= 0 && text[colon] === ':') {
        const name = text.slice(i + 1, end - 1);
        if (!members.has(name)) members.set(name, skipBlank(text, colon + 1));
      }
      i = end - 1;
    } else if (c === 123 /* { */ || c === 91 /* [ */) depth++;
    else if (c === 125 /* } */ || c === 93 /* ] */) {
      if (--depth <= 0) break;
    } else if (c === 47 /* / */) i = Math.max(i, skipBlank(text, i) - 1);
  }
  return members;
}

/** Offset after the string that begins at `start`; a string ends with its line at the latest. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 92 /* \ */) i++;
    else if (c === 34 || c === 10) return i + 1;
  }
  return text.length;
}

/** Where the first value begins: after a byte-order mark, comments, and a template's own blocks, `{% set … %}`, `<% … %>`. */
function skipPreamble(text: string): number {
  let i = skipBlank(text, 0);
  for (;;) {
    const open = text.slice(i, i + 2);
    const mark = open === '{%' ? '%}' : open === '{#' ? '#}' : open === '<%' ? '%>' : open === '{{' ? '}}' : undefined;
    if (!mark) return i;
    i = skipBlank(text, endOf(text, mark, i + 2));
  }
}

function skipBlank(text: string, start: number): number {
  let i = start;
  for (;;) {
    const c = text.charCodeAt(i);
    if (c === 32 || c === 9 || c === 10 || c === 13 || c === 0xfeff) i++;
    else if (c === 47 && text[i + 1] === '/') i = endOf(text, '\n', i);
    else if (c === 47 && text[i + 1] === '*') i = endOf(text, '*/', i + 2);
    else return i;
  }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}
