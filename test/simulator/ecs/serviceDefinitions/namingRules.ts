import type { Tag } from '@aws-sdk/client-ecs';
import { each, type ServiceInput, type ServiceRule, whole } from './rule.ts';

const RESERVED = /^aws:/i;
const TAG = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Every tag in a request: those of the service, and those of its volumes. */
function tagLists(input: ServiceInput): Tag[][] {
  const volumes = (input.volumeConfigurations ?? []).flatMap(
    ({ managedEBSVolume }) => managedEBSVolume?.tagSpecifications ?? [],
  );
  return [input.tags ?? [], ...volumes.map(({ tags }) => tags ?? [])];
}

/** What a service is called, what it refers to by name, and its tags. */
export const namingRules: readonly ServiceRule[] = [
  whole(({ clientToken }) => {
    if (clientToken === undefined) return undefined;
    if (clientToken.length > 36) return 'clientToken must be at most 36 characters long.';
    return !/^[\x21-\x7E]*$/.test(clientToken) && 'clientToken contains invalid characters.';
  }),
  whole(({ cluster }) =>
    cluster !== undefined && cluster !== '' && !/^(?:arn:[^:]+:ecs:[^:]*:\d{12}:cluster\/)?[\w-]{1,255}$/.test(cluster)
      ? 'Invalid identifier: Unexpected number of elements'
      : undefined,
  ),
  whole(({ taskDefinition, deploymentController }) => {
    if (taskDefinition === undefined || deploymentController?.type === 'EXTERNAL') return undefined;
    if (taskDefinition === '') return 'Family should not be null or empty.';
    const name = taskDefinition.startsWith('arn:')
      ? /^arn:[^:]+:ecs:[^:]*:\d*:task-definition\/(.+)$/.exec(taskDefinition)?.[1]
      : taskDefinition;
    if (name === undefined) return 'Invalid identifier: Unexpected resource type';
    const [family = '', revision] = name.split(':');
    if (!/^[\w-]{1,255}$/.test(family)) return 'Family contains invalid characters.';
    return revision !== undefined && !/^[1-9]\d*$/.test(revision) && `Invalid revision number. Number: ${revision}`;
  }),
  whole(({ tags = [] }) => tags.length > 50 && 'Too many tags.'),
  each(
    (input) => tagLists(input).flat(),
    ({ key, value = '' }) => {
      if (!key) return 'Tag key cannot be null or empty.';
      if (RESERVED.test(key) || RESERVED.test(value)) return 'Tag keys and values cannot start with aws:';
      return (
        !(TAG.test(key) && TAG.test(value) && key.length <= 128 && value.length <= 256) &&
        'Tag contains invalid characters.'
      );
    },
  ),
  each(tagLists, (tags) => new Set(tags.map(({ key }) => key)).size < tags.length && 'Duplicate tag keys found.'),
];
