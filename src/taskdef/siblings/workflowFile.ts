import type { LaunchType } from '../checkContext.ts';
import { isLaunchType } from './serviceFile.ts';
import { baseName, joinPath, type SiblingFile } from './siblingFile.ts';
import { asObject, asObjects, asText, readYaml, type YamlObject } from './yamlObject.ts';

/** What a GitHub workflow does with one task-definition file. */
export interface WorkflowFile {
  renderedContainers: { file: string; container: string }[];
  launchType: LaunchType | undefined;
}

const ourActions = /(?:^|\/)amazon-ecs-(?:render|deploy)-task-definition(?:@|$)/;

/** Reads a GitHub workflow; undefined when it has nothing to do with the file at `own`, a path in the workspace. */
export function readWorkflowFile({ path, text }: SiblingFile, own: string): WorkflowFile | undefined {
  // Most workflows build and test; those are not worth parsing.
  if (!text.includes('amazon-ecs-')) return undefined;
  const root = readYaml(text);
  const jobs = Object.values(asObject(root?.['jobs']) ?? {}).map(asObject);
  const found: WorkflowFile = { renderedContainers: [], launchType: undefined };
  let named = false;
  for (const job of jobs) {
    for (const step of asObjects(job?.['steps'])) {
      if (!ourActions.test(asText(step['uses']) ?? '')) continue;
      const environment = { ...asObject(root?.['env']), ...asObject(job?.['env']), ...asObject(step['env']) };
      const inputs = asObject(step['with']) ?? {};
      const read = (name: string): string | undefined => resolve(asText(inputs[name]), environment);
      if (!isSameFile(read('task-definition'), own)) continue;
      named = true;
      const container = read('container-name');
      if (container) found.renderedContainers.push({ file: baseName(path), container });
      const launchType = read('run-task-launch-type');
      if (isLaunchType(launchType)) found.launchType = launchType;
    }
  }
  return named ? found : undefined;
}

/** Puts `${{ env.NAME }}` in; a text with another expression is unknown. */
function resolve(text: string | undefined, environment: YamlObject): string | undefined {
  const resolved = text?.replaceAll(/\$\{\{\s*env\.(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = environment[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
  return resolved?.includes('${{') ? undefined : resolved?.trim();
}

/**
 * Paths in a workflow start at the root of the repository, which may lie above the workspace. A file of that name in some folder of
 * the repository is another one.
 */
function isSameFile(named: string | undefined, own: string): boolean {
  if (!named) return false;
  const path = joinPath('', named);
  return path === own || path.endsWith(`/${own}`);
}
