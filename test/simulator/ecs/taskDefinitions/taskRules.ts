import { containersOf, whole, type DefinitionRule } from './rule.ts';

const FAMILY = /^[A-Za-z0-9_-]{1,255}$/;
const MOST_CONTAINERS = 10;
const MOST_BYTES = 65_536;
const MOST_TAGS = 50;

/** The definition as a whole: its name, its parts, its tags. */
export const taskRules: readonly DefinitionRule[] = [
  whole(({ family }) => (family ? undefined : 'Family should not be null or empty.')),
  whole(({ family }) => (FAMILY.test(family ?? '') ? undefined : 'Family contains invalid characters.')),
  whole((input) => (containersOf(input).length > 0 ? undefined : 'Container list cannot be empty.')),
  whole((input) => (containersOf(input).length > MOST_CONTAINERS ? 'Too many containers.' : undefined)),
  whole((input) => {
    const size = JSON.stringify(input).length;
    return size > MOST_BYTES ? `Actual length: '${size}'. Max allowed length is '${MOST_BYTES}' bytes.` : undefined;
  }),
  whole(({ tags }) => (tags?.length === 0 ? 'Tags can not be empty.' : undefined)),
  whole(({ tags = [] }) => (tags.length > MOST_TAGS ? 'The number of tags exceeds the limit of 50.' : undefined)),
  whole(({ tags = [] }) =>
    tags.some((tag) => tag.key?.toLowerCase().startsWith('aws:'))
      ? 'Some of the specified tags are invalid. System tags cannot be added/updated by requester.'
      : undefined,
  ),
  whole(({ inferenceAccelerators }) =>
    inferenceAccelerators ? "Unsupported field 'inferenceAccelerators'" : undefined,
  ),
];
