import type { Certainty } from './certainty.ts';
import { contentOf } from './content.ts';
import { parseDocument, type SourceDocument } from './document.ts';
import { Fields, type Value } from './fields.ts';
import type { Node } from '../formats/node.ts';
import type { Home } from './home.ts';
import { nodeAt } from './nodeAt.ts';
import { serviceShape } from './schema.ts';
import type { LaunchType, SiblingTask, Tool } from './siblingFacts.ts';
import { walkStructure } from './structure.ts';
import { readTask, type Subject, type Surroundings, type Task } from './task.ts';

/** One view of a service definition, whichever call its file is the input or the output of. */
export interface Service extends Subject {
  readonly home: Home | undefined;
  /** Members of the service, whatever the file wraps them in. */
  readonly fields: Fields;
  /** Whether the file changes a service that there is (UpdateService), of which it says only what changes. */
  readonly isUpdate: boolean;
  /** The deployment controller in force, ECS's default included; undefined when unknown. */
  readonly controller: string | undefined;
  /** REPLICA or DAEMON, ECS's default included; undefined when unknown. */
  readonly scheduling: string | undefined;
  /** The deployment strategy in force, ECS's default included; undefined when unknown. */
  readonly strategy: string | undefined;
  /** The task definition beside the file that it runs. */
  readonly task: Task | undefined;
  /** The name of that file. */
  readonly taskFile: string | undefined;
  /** Whether the service runs that file: `likely` where it names a revision, which may be an older text. */
  readonly pair: Certainty;
  /** Whether its tasks run on this launch type, by the file or, `likely`, by the task definition beside it. */
  launch(type: LaunchType): Certainty;
}

/** Reads a document as a service definition. */
export function readService(document: SourceDocument, { siblings = {}, home }: Surroundings = {}): Service {
  const content = contentOf(document.kind);
  const node = nodeAt(document, content?.path ?? []);
  const fields = new Fields(document, { node, missing: false });
  const isUpdate = document.kind === 'serviceUpdate';
  const beside = siblings.taskDefinition && taskOf(siblings.taskDefinition);
  const pair = beside ? pairOf(fields, beside, siblings.tool) : 'no';
  const task = pair === 'no' ? undefined : beside;
  return {
    document,
    home,
    issues: walkStructure(document, node, content?.schema ?? serviceShape),
    fields,
    isUpdate,
    controller: orDefault(fields.fields('deploymentController'), 'type', 'ECS', isUpdate),
    scheduling: orDefault(fields, 'schedulingStrategy', 'REPLICA', isUpdate),
    strategy: orDefault(fields.fields('deploymentConfiguration'), 'strategy', 'ROLLING', isUpdate),
    task,
    taskFile: task && siblings.taskDefinition?.path.replace(/^.*\//, ''),
    pair,
    launch: (type) => launchCertainty(fields, type, isUpdate, task),
  };
}

/** What a member says, or what ECS takes where it says nothing; an update leaves as it is what it does not name. */
function orDefault(fields: Fields, name: string, value: string, isUpdate: boolean): string | undefined {
  const member = fields.str(name);
  // An empty text is what tools write out for a member that is not there.
  if (member.value) return member.value;
  return (member.missing || member.value === '') && !isUpdate ? value : undefined;
}

/** ecspresso registers the file and puts its revision in; with any other tool the service names what it runs. */
function pairOf(fields: Fields, task: Task, tool: Tool | undefined): Certainty {
  if (tool === 'ecspresso') return 'yes';
  const { value } = fields.str('taskDefinition');
  if (value === undefined) return 'yes';
  const [, family = '', revision] = /^(?:arn:[^/]*\/)?([^:]+)(?::(\d+))?$/.exec(value) ?? [];
  const own = task.fields.str('family').value;
  if (family !== '' && own !== undefined && family !== own) return 'no';
  return revision === undefined ? 'yes' : 'likely';
}

function launchCertainty(fields: Fields, type: LaunchType, isUpdate: boolean, task: Task | undefined): Certainty {
  const launchType = fields.str('launchType');
  if (launchType.value) return launchType.value === type ? 'yes' : 'no';
  const providers = fields.list('capacityProviderStrategy');
  const names = strategyItems(fields).map(({ provider }) => provider.value);
  if (names.length > 0) {
    const fargate = names.map((name) => name !== undefined && isFargateProvider(name));
    if (fargate.every(Boolean)) return type === 'FARGATE' ? 'yes' : 'no';
    // Any other provider is of instances, whose kind the account alone knows.
    return names.includes(undefined) || type !== 'FARGATE' || fargate.some(Boolean) ? 'unknown' : 'no';
  }
  const saysNothing = launchType.missing || launchType.value === '';
  if (!saysNothing || !providers.empty || isUpdate) return 'unknown';
  // Neither said: the cluster's own strategy decides, and only where it has none ECS takes EC2.
  return task?.only(type) ? 'likely' : 'unknown';
}

/** Tasks read before: a service file is judged at each key, and the file beside it seldom changes. */
const known = new WeakMap<SiblingTask, Task | undefined>();

function taskOf(sibling: SiblingTask): Task | undefined {
  if (known.has(sibling)) return known.get(sibling);
  const document = parseDocument(sibling.text, { path: sibling.path });
  const task = contentOf(document.kind)?.about === 'task' && document.root ? readTask(document) : undefined;
  known.set(sibling, task);
  return task;
}

/** Capacity providers that every account has; whoever makes one cannot name it after AWS, ECS or Fargate. */
export const fargateProviders: readonly string[] = ['FARGATE', 'FARGATE_SPOT'];

export function isFargateProvider(name: string): boolean {
  return fargateProviders.includes(name);
}

/** One entry of a service's capacity provider strategy. */
interface StrategyItem {
  readonly fields: Fields;
  readonly node: Node;
  readonly provider: Value<string>;
}

/** The strategy of a service, of which these are the members. */
export function strategyItems(service: Fields): StrategyItem[] {
  return service
    .list('capacityProviderStrategy')
    .fields()
    .map((item) => ({ fields: item, node: item.node!, provider: item.str('capacityProvider') }));
}

/** Load balancers and registries: what sends traffic to a container of the task definition. */
export function targetsOf(service: Fields): Fields[] {
  return [...service.list('loadBalancers').fields(), ...service.list('serviceRegistries').fields()];
}
