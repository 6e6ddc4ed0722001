import type { ValueKind } from '../../../aws/read/accountValues.ts';
import { imageRepository } from '../../../ecs/image.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';

/** A value as the list shows it: of an image what its account and Region do not say, lest the list cut off the tag. */
export function shownValue(kind: ValueKind, value: string): string {
  if (kind.startsWith('tags ')) return visibleLine(value.slice(kind.length - 'tags '.length + 1));
  return visibleLine(kind === 'repositories' ? value.slice(value.indexOf('/') + 1) : value);
}

/** A value as it is written over `written`: the tag behind a repository stays; a digest is no other repository's. */
export function insertedValue(kind: ValueKind, value: string, written: string): string {
  if (kind !== 'repositories') return value;
  const repository = imageRepository(written);
  const [named = ''] = written.split('@');
  return value + (value === repository ? written : named).slice(repository.length);
}
