import { folderOf, joinPath, type SiblingFile } from './siblingFile.ts';
import { asText, readYaml } from './yamlObject.ts';

/** The files that an ecspresso configuration names, as paths in the workspace. */
export interface EcspressoConfig {
  taskDefinition: string | undefined;
  serviceDefinition: string | undefined;
}

/** Reads an ecspresso configuration; undefined when the file is none. */
export function readEcspressoConfig({ path, text }: SiblingFile): EcspressoConfig | undefined {
  if (!/(?:task|service)_definition/.test(text)) return undefined;
  const root = readYaml(text);
  const file = (name: string): string | undefined => {
    const value = asText(root?.[name]);
    return value === undefined ? undefined : joinPath(folderOf(path), value);
  };
  const config = { taskDefinition: file('task_definition'), serviceDefinition: file('service_definition') };
  return config.taskDefinition || config.serviceDefinition ? config : undefined;
}
