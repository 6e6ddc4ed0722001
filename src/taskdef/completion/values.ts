import * as l10n from '@vscode/l10n';
import { regions } from '../../ecs/regions.ts';
import { refusal } from '../facts/launchSupport.ts';
import type { MemberSchema } from '../document/schema.ts';
import { dependencyConditions, dependencyNames, linkNames, otherContainerNames, volumeNames } from './references.ts';
import { launchTypes, networkModes, operatingSystems } from './launchValues.ts';
import { logDrivers } from './logDrivers.ts';
import { logOptionValues } from './logOptions.ts';
import { begunWith } from './memberOrder.ts';
import { memberSnippet } from './memberSnippet.ts';
import { newContainer } from './defaultValues.ts';
import type { CompletionRequest, Proposal, ValueProvider } from './request.ts';
import { serviceProviders } from './serviceValues.ts';
import { staticValues } from './staticValues.ts';
import { containerTemplates } from './templates.ts';
import { taskCpus, taskMemories } from './taskSizes.ts';

/** Providers of values that depend on the rest of the file, by schema id. */
const providers: Readonly<Record<string, ValueProvider>> = {
  'RegisterTaskDefinitionRequest.cpu': taskCpus,
  'RegisterTaskDefinitionRequest.memory': taskMemories,
  'RegisterTaskDefinitionRequest.networkMode': networkModes,
  'RegisterTaskDefinitionRequest.requiresCompatibilities[]': launchTypes,
  'RegisterTaskDefinitionRequest.containerDefinitions[]': (request) => [
    { label: l10n.t('container'), value: newContainer(request) },
    ...containerTemplates(request),
  ],
  'RuntimePlatform.operatingSystemFamily': operatingSystems,
  'ContainerDependency.containerName': dependencyNames,
  'ContainerDependency.condition': dependencyConditions,
  'ContainerDefinition.links[]': linkNames,
  'VolumeFrom.sourceContainer': otherContainerNames,
  'ProxyConfiguration.containerName': otherContainerNames,
  'MountPoint.sourceVolume': volumeNames,
  'LogConfiguration.logDriver': logDrivers,
  ...serviceProviders,
};

/** Values for the cursor's place: what the file itself knows, then what the schema allows. */
export function valueProposals(request: CompletionRequest): Proposal[] {
  const member = request.place.member;
  if (!member) return [];
  if (request.place.mapKey !== undefined) {
    if (request.place.mapKey === 'awslogs-region') return Object.keys(regions).map((value) => ({ value }));
    return logOptionValues(request);
  }
  const provided = providers[member.id]?.(request) ?? staticValues(member.id, request);
  return provided.length > 0 ? provided : schemaValues(member, request);
}

function schemaValues(member: MemberSchema, request: CompletionRequest): Proposal[] {
  const refused = refusal(request.task, member.id);
  if (member.enumValues) {
    return enumOrder(member.enumValues).map((value) => {
      const description = member.enumDescriptions?.[member.enumValues!.indexOf(value)];
      const detail = value === member.default ? l10n.t('default') : undefined;
      return { value, documentation: description, detail, refused };
    });
  }
  if (member.type === 'boolean') return [true, false].map((value) => ({ value, refused }));
  if (member.type === 'object' && member.shape) return [blankObject(member, request)];
  return [];
}

/** An item of a list of objects, with what it requires. */
function blankObject(member: MemberSchema, request: CompletionRequest): Proposal {
  const members = [...member.shape!.members.values()];
  const required = members.filter(({ required }) => required);
  const shown = begunWith(member.shape!) ?? (required.length > 0 ? required : members.slice(0, 2));
  let stop = 1;
  const parts = shown.map((inner) => {
    const snippet = memberSnippet(inner, request).replaceAll(
      /\$(?:\{\d+([:|])|\d+)/g,
      (_match, separator: string | undefined) => `\${${stop++}${separator ?? '}'}`,
    );
    return `${JSON.stringify(inner.name)}: ${snippet}`;
  });
  return { label: '{ … }', value: undefined, snippet: `{ ${parts.join(', ')} }` };
}

/** Off, none and disabled are seldom what is wanted. */
function enumOrder(values: readonly string[]): string[] {
  const last = (value: string): number => (/^(?:none|disabled|external)$/i.test(value) ? 1 : 0);
  return values.toSorted((a, b) => last(a) - last(b));
}
