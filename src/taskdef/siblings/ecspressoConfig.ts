import { folderOf, joinPath, type SiblingFile } from './siblingFile.ts';
import { asObject, asText, readYaml, type YamlObject } from './yamlObject.ts';

/** The files that an ecspresso configuration names, as paths from the root of the repository. */
export interface EcspressoConfig {
  taskDefinition: string | undefined;
  serviceDefinition: string | undefined;
}

const members =
  'required_version region cluster service service_definition task_definition timeout plugins codedeploy appspec ignore filter_command'.split(
    ' ',
  );
/** With a template in it, no parser reads it: then its lines tell. Jsonnet's members look alike. */
const line = /^\s*["']?(service_definition|task_definition)["']?\s*:\s*["']?([^"'\s,{}]+)["']?\s*,?\s*(?:#.*)?$/gm;

/** Reads an ecspresso configuration, whatever its name, by the members that it has; undefined when the file is none. */
export function readEcspressoConfig(file: SiblingFile): EcspressoConfig | undefined {
  if (!/\b(?:task|service)_definition\b/.test(file.text)) return undefined;
  const root = readYaml(file) ?? membersInLines(file.text);
  const names = Object.keys(root);
  const named = names.some((name) => /^(?:task|service)_definition$/.test(name));
  // Ansible, Terraform and Prefect have the same two words, among others.
  const others = names.filter((name) => !members.includes(name));
  if (!named || names.length - others.length < 2 || others.length > 3) return undefined;
  const path = (name: string): string | undefined => {
    const value = asText(root[name]);
    return value === undefined || asObject(root[name]) ? undefined : joinPath(folderOf(file.path), value);
  };
  const config = { taskDefinition: path('task_definition'), serviceDefinition: path('service_definition') };
  return config.taskDefinition || config.serviceDefinition ? config : undefined;
}

function membersInLines(text: string): YamlObject {
  const found = Object.fromEntries([...text.matchAll(line)].map(([, name = '', value = '']) => [name, value]));
  const others = members.filter((name) => new RegExp(`^\\s*["']?${name}["']?\\s*:`, 'm').test(text));
  return { ...Object.fromEntries(others.map((name) => [name, undefined])), ...found };
}
