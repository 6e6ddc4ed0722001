import type { SiblingFacts, SiblingService, Tool } from '../document/siblingFacts.ts';
import { readAppspecFile } from './appspecFile.ts';
import { readEcspressoConfig } from './ecspressoConfig.ts';
import { readServiceFile } from './serviceFile.ts';
import { baseName, type SiblingFile } from './siblingFile.ts';
import { mayBelongTogether, siblingKind } from './siblingName.ts';
import { readWorkflowFile, type WorkflowFile } from './workflowFile.ts';

/** The task definition that the facts are about. */
export interface OwnFile {
  /** In the workspace, with slashes. */
  path: string;
  /** Undefined while it is unknown: then every service beside the file counts. */
  family: string | undefined;
}

/** What sibling files say about a task definition. Files that are about others, or cannot be read, say nothing. */
export function readSiblings(files: readonly SiblingFile[], own: OwnFile): SiblingFacts {
  const tools = new Set<Tool>();
  const services: SiblingService[] = [];
  const workflows: WorkflowFile[] = [];
  const named = new Set<string>();
  for (const file of files.filter(({ path }) => siblingKind(baseName(path)) === 'ecspresso')) {
    const config = readEcspressoConfig(file);
    if (config?.taskDefinition !== own.path) continue;
    tools.add('ecspresso');
    if (config.serviceDefinition) named.add(config.serviceDefinition);
  }
  for (const file of files) {
    const kind = named.has(file.path) ? 'service' : siblingKind(baseName(file.path));
    if (kind === 'service') {
      const read = readServiceFile(file);
      // ecspresso puts the revision in itself, and its configuration says which service is meant.
      const ours = named.size > 0 ? named.has(file.path) : isOurs(file, read?.family, own);
      if (read && ours) services.push(read.service);
    } else if (kind === 'appspec') {
      const read = readAppspecFile(file);
      const ours = read?.services.filter(({ family }) => isOurs(file, family, own)) ?? [];
      services.push(...ours.map(({ service }) => service));
      if (ours.length > 0 && read?.inPipeline) tools.add('codepipeline');
    } else if (kind === undefined) {
      const read = readWorkflowFile(file, own.path);
      if (read) workflows.push(read);
    }
  }
  if (workflows.length > 0) tools.add('github-action');
  return summary(services, workflows, tools);
}

/** Paths of the service definitions that ecspresso configurations name, whatever they are called. */
export function serviceFilesNamedBy(configs: readonly SiblingFile[]): string[] {
  return [...new Set(configs.flatMap((config) => readEcspressoConfig(config)?.serviceDefinition ?? []))];
}

/** A service of another family is another task's; without a family, a name may say so. */
function isOurs({ path }: SiblingFile, family: string | undefined, own: OwnFile): boolean {
  if (family !== undefined && own.family !== undefined) return family === own.family;
  return mayBelongTogether(baseName(path), baseName(own.path));
}

function summary(services: SiblingService[], workflows: WorkflowFile[], tools: ReadonlySet<Tool>): SiblingFacts {
  const launchTypes = new Set([...services, ...workflows].flatMap(({ launchType }) => launchType ?? []));
  const [launchType] = launchTypes;
  return {
    services,
    renderedContainers: workflows.flatMap(({ renderedContainers }) => renderedContainers),
    // Files that disagree say nothing.
    ...(launchTypes.size === 1 ? { launchType } : {}),
    // Each may start its tasks from this file.
    ...(services.some((service) => service.enableExecuteCommand) ? { enableExecuteCommand: true } : {}),
    tool: (['ecspresso', 'github-action', 'codepipeline'] as const).find((tool) => tools.has(tool)),
  };
}
