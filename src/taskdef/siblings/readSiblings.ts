import type { SiblingFacts, SiblingService, Tool, ToolUse } from '../document/siblingFacts.ts';
import { readAppspecFile } from './appspecFile.ts';
import { readEcspressoConfig } from './ecspressoConfig.ts';
import { type FileFlow, trace, type TracedUse } from './fileFlow.ts';
import type { OwnFile } from './ownFile.ts';
import { readScriptFile } from './scriptFile.ts';
import { readServiceFile } from './serviceFile.ts';
import { baseName, folderOf, type SiblingFile } from './siblingFile.ts';
import { mayBelongTogether, siblingKind } from './siblingName.ts';
import { readWorkflowFile, type WorkflowFiles, workflowsCalledBy } from './workflowFile.ts';

/** What sibling files say about a task definition. Files that are about others, or cannot be read, say nothing. */
export function readSiblings(files: readonly SiblingFile[], own: OwnFile): SiblingFacts {
  const configs = files.flatMap((file) => {
    const config = siblingKind(file.path) === 'config' ? readEcspressoConfig(file) : undefined;
    return config ? [{ by: file.path, ...config }] : [];
  });
  const ours = configs.filter((config) => config.taskDefinition === own.path || config.serviceDefinition === own.path);
  const named = new Set(ours.flatMap(({ serviceDefinition }) => serviceDefinition ?? []));
  const services: SiblingService[] = [];
  const uses: TracedUse[] = ours.map(({ by }) => ({ tool: 'ecspresso', by, sureness: 'named' }));
  const pipelines: ToolUse[] = own.isForPipeline ? [{ tool: 'codepipeline', by: own.path }] : [];
  for (const file of files) {
    const kind = named.has(file.path) ? 'service' : siblingKind(file.path);
    if (kind === 'service') {
      const read = readServiceFile(file);
      // ecspresso puts the revision in itself, and its configuration says which service is meant.
      const isMeant = named.size > 0 ? named.has(file.path) : isOurs(file, read?.family, own);
      if (read && isMeant) services.push(read.service);
    } else if (kind === 'appspec') {
      const read = readAppspecFile(file);
      const meant = read?.services.filter(({ family }) => isOurs(file, family, own)) ?? [];
      services.push(...meant.map(({ service }) => service));
      if (meant.length > 0 && read?.inPipeline) pipelines.unshift({ tool: 'codepipeline', by: file.path });
    }
  }
  const steps = flowsIn(files);
  uses.push(...steps.flatMap(({ by, flow }) => trace(flow, own).map((use) => ({ ...use, by }))));
  const known = decide(uses, pipelines);
  if (known.length > 0 || uses.length > 0 || own.isService) return summary(services, uses, known);
  const others = configs.map(({ by }): ToolUse => ({ tool: 'ecspresso', by }));
  return summary(services, uses, assumed([...others, ...steps.flatMap(deliveredBy)]));
}

interface Steps {
  by: string;
  flow: FileFlow;
}

/** What the steps of workflows and scripts do with files. */
function flowsIn(files: readonly SiblingFile[]): Steps[] {
  const workflows: WorkflowFiles = new Map(files.map((file) => [file.path, file]));
  const called = new Set(files.filter(({ path }) => siblingKind(path) === 'workflow').flatMap(workflowsCalledBy));
  return files.flatMap((file) => {
    const flow = called.has(file.path) ? undefined : flowIn(file, workflows);
    return flow ? [{ by: file.path, flow }] : [];
  });
}

function deliveredBy({ by, flow }: Steps): ToolUse[] {
  const ofTasks = flow.deliveries.filter(({ ofService }) => !ofService);
  return ofTasks.map(({ tool, version }) => ({ tool, by, ...(version ? { version } : {}) }));
}

/**
 * The tool with which the repository deploys its other task definitions, where it has but one: nothing else is likelier. Of the AWS CLI
 * nothing follows, as it takes what ECS takes.
 */
function assumed(uses: readonly ToolUse[]): ToolUse[] {
  const tools = new Set(uses.map(({ tool }) => tool));
  const [first] = uses;
  return first && tools.size === 1 && first.tool !== 'aws-cli' ? [{ ...first, elsewhere: true }] : [];
}

const flows = new WeakMap<SiblingFile, { flow: FileFlow | undefined }>();

function flowIn(file: SiblingFile, workflows: WorkflowFiles): FileFlow | undefined {
  const known = flows.get(file);
  if (known) return known.flow;
  const kind = siblingKind(file.path);
  const flow =
    kind === 'workflow' && file.path.startsWith('.github/workflows/')
      ? readWorkflowFile(file, workflows)
      : kind === 'steps' || kind === 'config'
        ? readScriptFile(file)
        : undefined;
  flows.set(file, { flow });
  return flow;
}

/**
 * The tools that get the file: those that name it; else the one that may get any, where there is but one; else the pipeline that an
 * AppSpec beside it is written for.
 */
function decide(uses: readonly TracedUse[], pipelines: readonly ToolUse[]): ToolUse[] {
  const named = uses.filter(({ sureness }) => sureness === 'named');
  if (named.length > 0) return distinct(named);
  const tools = new Set(uses.map(({ tool }) => tool));
  return distinct(tools.size === 1 ? uses : tools.size === 0 ? pipelines.slice(0, 1) : []);
}

/** Each tool once for each way in which it gets the file. */
function distinct(uses: readonly (ToolUse & { sureness?: unknown; launchType?: unknown })[]): ToolUse[] {
  const found = new Map<string, ToolUse>();
  for (const { tool, by, version, rewriting } of uses) {
    const use: ToolUse = {
      tool,
      by,
      ...(version ? { version } : {}),
      ...(rewriting && hasAny(rewriting) ? { rewriting } : {}),
    };
    const key = JSON.stringify({ ...use, by: undefined });
    if (!found.has(key)) found.set(key, use);
  }
  return [...found.values()];
}

function hasAny(one: object): boolean {
  return Object.values(one).some((value) => value !== undefined);
}

/** A service of another family is another task's; without a family, a name may say so, and in another folder nothing does. */
function isOurs({ path }: SiblingFile, family: string | undefined, own: OwnFile): boolean {
  if (family !== undefined && own.family !== undefined) return family === own.family;
  return folderOf(path) === folderOf(own.path) && mayBelongTogether(baseName(path), baseName(own.path));
}

const order: readonly Tool[] = ['ecspresso', 'github-action', 'codepipeline', 'aws-cli'];

function summary(services: SiblingService[], traced: readonly TracedUse[], uses: readonly ToolUse[]): SiblingFacts {
  const named = traced.filter(({ sureness }) => sureness === 'named');
  const launchTypes = new Set([...services, ...named].flatMap(({ launchType }) => launchType ?? []));
  const [launchType] = launchTypes;
  return {
    services,
    renderedContainers: renderedIn(named),
    // Files that disagree say nothing.
    ...(launchTypes.size === 1 ? { launchType } : {}),
    // Each may start its tasks from this file.
    ...(services.some((service) => service.enableExecuteCommand) ? { enableExecuteCommand: true } : {}),
    tool: order.find((tool) => uses.some((use) => use.tool === tool && !use.elsewhere)),
    ...(uses.length > 0 ? { uses } : {}),
  };
}

/** Containers that the render action looks for by their names. */
function renderedIn(uses: readonly TracedUse[]): { file: string; container: string }[] {
  const found = new Map<string, { file: string; container: string }>();
  for (const { by = '', rewriting } of uses.filter((use) => use.rewriting?.rendered)) {
    for (const container of (rewriting?.images ?? []).filter((name) => !/^(?:\*$|#\d)/.test(name))) {
      found.set(`${by} ${container}`, { file: baseName(by), container });
    }
  }
  return [...found.values()];
}
