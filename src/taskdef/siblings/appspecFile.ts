import type { SiblingService } from '../document/siblingFacts.ts';
import { hasPlaceholder } from '../document/placeholders.ts';
import { baseName, type SiblingFile } from './siblingFile.ts';
import { familyIn } from './serviceFile.ts';
import { asNumber, asObject, asObjects, asText, readYaml } from './yamlObject.ts';

/** What a CodeDeploy AppSpec says about its ECS services. */
export interface AppspecFile {
  services: { service: SiblingService; family: string | undefined }[];
  /** Whether a pipeline fills in the task definition. */
  inPipeline: boolean;
}

/** Reads an AppSpec file for ECS; undefined when it is none. */
export function readAppspecFile(file: SiblingFile): AppspecFile | undefined {
  if (!file.text.includes('AWS::ECS::Service')) return undefined;
  const resources = asObjects(readYaml(file)?.['Resources']).flatMap((one): unknown[] => Object.values(one));
  const properties = resources
    .map(asObject)
    .filter((one) => one?.['Type'] === 'AWS::ECS::Service')
    .map((one) => asObject(one?.['Properties']))
    .filter((one) => one !== undefined);
  if (properties.length === 0) return undefined;
  return {
    inPipeline: properties.some((one) => /^<.*>$/.test(asText(one['TaskDefinition']) ?? '')),
    services: properties.map((one) => {
      const target = asObject(one['LoadBalancerInfo']);
      const name = asText(target?.['ContainerName']);
      const containerName = name !== undefined && hasPlaceholder(name) ? undefined : name;
      const containerPort = asNumber(target?.['ContainerPort']);
      const taskDefinition = asText(one['TaskDefinition']);
      return {
        // The network of an AppSpec is optional: what it leaves out stays as the service has it.
        service: { file: baseName(file.path), loadBalancers: target ? [{ containerName, containerPort }] : [] },
        family: taskDefinition && !hasPlaceholder(taskDefinition) ? familyIn(taskDefinition) : undefined,
      };
    }),
  };
}
