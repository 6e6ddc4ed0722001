import type { LaunchType } from '../document/siblingFacts.ts';
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
      const filled = (name: string): string | undefined => fill(asText(inputs[name]), environment);
      const read = (name: string): string | undefined => {
        const text = filled(name);
        return text?.includes('${{') ? undefined : text;
      };
      if (!isSameFile(filled('task-definition'), own)) continue;
      named = true;
      const container = read('container-name');
      if (container) found.renderedContainers.push({ file: baseName(path), container });
      const launchType = read('run-task-launch-type');
      if (isLaunchType(launchType)) found.launchType = launchType;
    }
  }
  return named ? found : undefined;
}

/** Puts `${{ env.NAME }}` in; other expressions stay. */
function fill(text: string | undefined, environment: YamlObject): string | undefined {
  return text
    ?.replaceAll(/\$\{\{\s*env\.(\w+)\s*\}\}/g, (whole, name: string) => {
      const value = environment[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
    })
    .replaceAll(/\$\{\{\s*github\.workspace\s*\}\}/g, '')
    .trim();
}

/** What is chosen when the workflow runs; the output of another step is no file of the repository. */
const choice = /\$\{\{\s*(?:matrix|inputs|env|vars|github|needs)\.[^}]{1,100}\}\}/;
const mostChoices = 3;
const shortestLiteral = 6;

/**
 * Paths in a workflow start at the root of the repository, which may lie above the workspace. A file of that name in some folder of
 * the repository is another one; one that a choice may name, `deploy/${{ matrix.service }}/taskdef.json`, is meant too.
 */
function isSameFile(named: string | undefined, own: string): boolean {
  if (!named) return false;
  const parts = joinPath('', named).split(choice);
  if (parts.length === 1) return parts[0] === own || parts[0]!.endsWith(`/${own}`);
  if (parts.length > mostChoices + 1) return false;
  if (parts.join('').length < shortestLiteral || parts.some((part) => part.includes('${{'))) return false;
  const pattern = parts.map((part) => part.replaceAll(/[^\w/-]/g, String.raw`\$&`)).join('[^/]+');
  return new RegExp(`^${pattern}$`).test(own);
}
