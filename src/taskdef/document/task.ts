import type { LaunchType, SiblingFacts } from './siblingFacts.ts';
import { contentOf } from './content.ts';
import type { SourceDocument } from './document.ts';
import type { Home } from './home.ts';
import type { Node } from '../formats/node.ts';
import { Fields, List, type Member, type Value } from './fields.ts';
import type { Range } from './range.ts';
import type { Certainty } from './certainty.ts';
import { containersSchema, taskShape } from './schema.ts';
import { walkStructure, type StructureIssues } from './structure.ts';
import { parseCpu, parseMemory } from './units.ts';

/** What rules about JSON shape see: any file with a schema. */
export interface Subject {
  readonly document: SourceDocument;
  readonly issues: StructureIssues;
}

export interface Container {
  readonly index: number;
  readonly fields: Fields;
  readonly node: Node;
  readonly name: Value<string>;
  /** Its name, or its place ("#2") where the name is missing or unknown. */
  readonly label: string;
  /** True when absent, as in ECS; undefined when unknown. */
  readonly essential: boolean | undefined;
}

/** What is known of a file beside its text. */
export interface Surroundings {
  readonly siblings?: SiblingFacts;
  /** Where the connection leads that the file goes with. */
  readonly home?: Home | undefined;
}

/** One view of a task definition, whatever its file looks like. */
export interface Task extends Subject {
  readonly home: Home | undefined;
  /** Task-level members. Of a bare container array they are all unknown. */
  readonly fields: Fields;
  readonly containers: readonly Container[];
  /** Whether these are all the containers, and all of their names are known. */
  readonly containersCertain: boolean;
  readonly volumes: List;
  /** Task-level size in CPU units and MiB, when known and well-formed. */
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
  /** The network mode in force, ECS's default included; undefined when unknown. */
  readonly networkMode: string | undefined;
  readonly windows: Certainty;
  /** Whether the task definition is meant for this launch type. */
  launch(type: LaunchType): Certainty;
  /** Whether it is meant for no other launch type. */
  only(type: LaunchType): boolean;
}

/** Reads a document as a task definition. */
export function readTask(document: SourceDocument, { siblings = {}, home }: Surroundings = {}): Task {
  const { fields, containers: list } = locate(document);
  const containers = readContainers(list);
  const launch = (type: LaunchType): Certainty => launchCertainty(fields, type, siblings);
  const windows = windowsCertainty(fields);
  const root = document.root;
  return {
    document,
    home,
    issues: walkStructure(
      document,
      document.kind === 'containers' ? list.node : (fields.node ?? root),
      document.kind === 'containers' ? containersSchema : taskShape,
    ),
    fields,
    containers,
    containersCertain:
      list.certain &&
      containers.length === list.items.length &&
      containers.every((c) => c.name.value !== undefined || c.name.missing),
    volumes: fields.list('volumes'),
    cpu: sizeOf(fields.member('cpu'), fields.str('cpu'), parseCpu),
    memory: sizeOf(fields.member('memory'), fields.str('memory'), parseMemory),
    networkMode: networkModeOf(fields, launch, windows),
    windows,
    launch,
    only: (type) => {
      const types = fields.list('requiresCompatibilities');
      return types.complete && types.items.length === 1 && types.items[0]!.value === type;
    },
  };
}

/** Where a finding about something that an object lacks is shown: its name, its key, or its opening bracket. */
export function anchorOf(fields: Fields): Range {
  const name = ['name', 'containerName', 'sourceVolume', 'key']
    .map((member) => fields.member(member).node)
    .find(Boolean);
  if (name && !fields.key) return name;
  return fields.key ?? (fields.node ? { offset: fields.node.offset, length: 1 } : { offset: 0, length: 1 });
}

function locate(document: SourceDocument): { fields: Fields; containers: List } {
  const unknown: Member = { missing: false };
  const root = document.root;
  if (document.kind === 'containers' || (root?.type === 'array' && document.kind !== 'wrapper')) {
    const outer = new Fields(document, unknown);
    return { fields: outer, containers: new List(document, { node: root, missing: root === undefined }) };
  }
  const whole = new Fields(document, { node: root, missing: false });
  const [wrapper] = contentOf(document.kind)?.path ?? [];
  const fields = typeof wrapper === 'string' ? whole.fields(wrapper) : whole;
  return { fields, containers: fields.list('containerDefinitions') };
}

/** Ten times what ECS takes; the rest of a hostile file is not read. */
const mostContainers = 100;

function readContainers(list: List): Container[] {
  return list.fields(mostContainers).map((fields, index) => {
    const name = fields.str('name');
    const essential = fields.bool('essential');
    const label = name.raw?.trim() ? name.raw : `#${index + 1}`;
    return { index, fields, node: fields.node!, name, label, essential: essential.missing ? true : essential.value };
  });
}

function sizeOf(member: Member, text: Value<string>, parse: (text: string) => number | undefined): number | undefined {
  // A number where a text belongs is reported as such; its meaning is clear all the same.
  if (member.node?.type === 'number') return member.node.value as number;
  return text.value === undefined ? undefined : parse(text.value.trim());
}

function launchCertainty(fields: Fields, type: LaunchType, siblings: SiblingFacts): Certainty {
  const types = fields.list('requiresCompatibilities');
  if (types.texts().some((text) => text.value === type)) return 'yes';
  if (types.missing || (types.complete && types.items.length === 0)) {
    if (!siblings.launchType) return 'unknown';
    return siblings.launchType === type ? 'likely' : 'unknown';
  }
  return types.certain ? 'no' : 'unknown';
}

function windowsCertainty(fields: Fields): Certainty {
  const family = fields.fields('runtimePlatform').str('operatingSystemFamily').value;
  // On EC2 the host's system decides when the file does not say.
  if (family === undefined) return 'unknown';
  return family.toUpperCase().startsWith('WINDOWS') ? 'yes' : 'no';
}

function networkModeOf(
  fields: Fields,
  launch: (type: LaunchType) => Certainty,
  windows: Certainty,
): string | undefined {
  const mode = fields.str('networkMode');
  // Fargate refuses any other: the rule on it speaks, and others assume what will be put there, so that all is said at once.
  if (mode.value !== undefined && launch('FARGATE') === 'yes') return 'awsvpc';
  if (mode.value !== undefined)
    return taskShape.members.get('networkMode')?.enumValues?.includes(mode.value) ? mode.value : undefined;
  if (!mode.missing || windows === 'yes' || launch('MANAGED_INSTANCES') === 'yes') return undefined;
  return launch('FARGATE') === 'yes' || launch('FARGATE') === 'likely' ? 'awsvpc' : 'bridge';
}
