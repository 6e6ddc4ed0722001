import type { FileFlow } from './fileFlow.ts';
import { anything } from './place.ts';
import { readShell } from './shellFlow.ts';
import { baseName, folderOf, joinPath, type SiblingFile } from './siblingFile.ts';
import { asObject, asText, readYaml, type YamlObject } from './yamlObject.ts';

const deepestObject = 12;
/** Inputs of CircleCI's orb and of Bitbucket's pipe, both of which call RegisterTaskDefinition as the AWS CLI does. */
const definitionInputs = /^(?:task-definition-json|TASK_DEFINITION)$/;

/**
 * What a shell script, Makefile, buildspec or the configuration of another CI does with files; undefined where it has nothing to do
 * with ECS. Its paths may begin at the root of the repository or at its own folder.
 */
export function readScriptFile(file: SiblingFile): FileFlow | undefined {
  if (!/\becs\b|task.?def|appspec|imageDetail/i.test(file.text)) return undefined;
  const flow: FileFlow = { moves: [], deliveries: [], fetched: [] };
  const root = /\.ya?ml$/i.test(file.path) ? readYaml(file) : undefined;
  const scripts = root ? textsIn(root, flow) : [plainScript(file)];
  for (const folder of new Set([folderOf(file.path), ''])) {
    const variables = { ...environmentOf(root) };
    for (const script of scripts) readShell(script, { folder, variables }, flow);
  }
  if (/^buildspec/i.test(baseName(file.path)) && root) readArtifacts(root, folderOf(file.path), flow);
  return flow.moves.length + flow.deliveries.length > 0 ? flow : undefined;
}

/** The lines of a file as a shell reads them. */
function plainScript({ path, text }: SiblingFile): string {
  if (/\.(?:ba|z)?sh$/i.test(path)) return text;
  if (/\.(?:ps1|bat|cmd)$/i.test(path))
    return text.replaceAll(/[`^]\r?\n/g, ' ').replaceAll(/^\s*\$(\w+)\s*=\s*/gm, '$1=');
  if (baseName(path).startsWith('Jenkinsfile')) {
    return text.replaceAll(/'''|"""/g, '\n').replaceAll(/\bsh\s*\(?\s*(?:script:\s*)?(["'])(.*?)\1/g, '\n$2\n');
  }
  return text
    .replaceAll(/^[ \t]*[@-]+(?=\S)/gm, '')
    .replaceAll('$$', '$')
    .replaceAll(/\$\((\w+)\)/g, '${$1}')
    .replaceAll(/^(\w+)\s*[:?]?=\s*/gm, '$1=');
}

/** All texts of a YAML file in their order: commands are among them, and the rest says nothing to a shell. */
function textsIn(value: unknown, flow: FileFlow, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > deepestObject) return [];
  if (Array.isArray(value)) return [value.flatMap((one) => textsIn(one, flow, depth + 1)).join('\n')];
  return Object.entries(value as YamlObject).flatMap(([name, inner]) => {
    if (definitionInputs.test(name) && typeof inner === 'string' && inner.endsWith('.json')) {
      flow.deliveries.push({ of: [inner.replaceAll(/\$\{?\w+\}?/g, anything)], tool: 'aws-cli' });
    }
    return textsIn(inner, flow, depth + 1);
  });
}

/** Variables of the whole file, as GitLab, Azure and CodeBuild have them. */
function environmentOf(root: YamlObject | undefined): Record<string, string> {
  const own = asObject(root?.['variables']) ?? asObject(asObject(root?.['env'])?.['variables']) ?? {};
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}

/** A pipeline deploys the task definition that a build hands on beside an AppSpec or an image's address. */
function readArtifacts(root: YamlObject, folder: string, flow: FileFlow): void {
  const artifacts = asObject(root['artifacts']);
  for (const part of [artifacts, ...Object.values(asObject(artifacts?.['secondary-artifacts']) ?? {}).map(asObject)]) {
    const files = (Array.isArray(part?.['files']) ? part['files'] : []).filter((one) => typeof one === 'string');
    if (!files.some((name) => /appspec|imageDetail/i.test(name))) continue;
    const base = asText(part?.['base-directory']) ?? '';
    for (const name of files.filter((one) => one.endsWith('.json'))) {
      const path = joinPath(base, name.replace(/^\*\*\//, `${anything}/`));
      flow.deliveries.push({ of: [path, joinPath(folder, path)], tool: 'codepipeline' });
    }
  }
}
