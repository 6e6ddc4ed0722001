import type { LaunchType, SiblingService } from '../document/siblingFacts.ts';
import { parseDocument } from '../document/document.ts';
import { Fields } from '../document/fields.ts';
import { baseName, type SiblingFile } from './siblingFile.ts';

/** A service definition with the family that it names, if it names one. */
export interface ServiceFile {
  service: SiblingService;
  family: string | undefined;
}

/** Reads a service definition (input of CreateService); undefined when the file is none. */
export function readServiceFile({ path, text }: SiblingFile): ServiceFile | undefined {
  const document = parseDocument(text, { kind: 'service' });
  if (document.root?.type !== 'object') return undefined;
  const fields = new Fields(document, { node: document.root, missing: false });
  if (fields.has('containerDefinitions')) return undefined;
  const network = fields.member('networkConfiguration');
  return {
    family: familyIn(fields.str('taskDefinition').value),
    service: {
      file: baseName(path),
      launchType: launchTypeOf(fields),
      loadBalancers: fields
        .list('loadBalancers')
        .fields()
        .map((target) => ({
          containerName: target.str('containerName').value,
          containerPort: target.num('containerPort').value,
        })),
      networkConfiguration: network.missing ? false : network.node ? true : undefined,
      enableExecuteCommand: fields.bool('enableExecuteCommand').value,
      ...(fields.fields('serviceConnectConfiguration').bool('enabled').value ? { serviceConnect: true } : {}),
    },
  };
}

function launchTypeOf(fields: Fields): LaunchType | undefined {
  const launchType = fields.str('launchType').value;
  if (isLaunchType(launchType)) return launchType;
  const providers = fields
    .list('capacityProviderStrategy')
    .fields()
    .map((item) => item.str('capacityProvider').value ?? '');
  return providers.length > 0 && providers.every((name) => /^FARGATE(?:_SPOT)?$/.test(name)) ? 'FARGATE' : undefined;
}

export function isLaunchType(text: string | undefined): text is LaunchType {
  return text === 'FARGATE' || text === 'EC2' || text === 'EXTERNAL' || text === 'MANAGED_INSTANCES';
}

/** The family in `family`, `family:revision` or an ARN. */
export function familyIn(taskDefinition: string | undefined): string | undefined {
  return taskDefinition?.replace(/^arn:.*:task-definition\//, '').replace(/:\d+$/, '');
}
