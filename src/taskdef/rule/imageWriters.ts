import type { ToolUse } from '../document/siblingFacts.ts';
import type { Container } from '../document/task.ts';

/** Whether an image is written into a container on the way of the file to the tool. */
export function writesImage({ rewriting }: Pick<ToolUse, 'rewriting'>, { name, index }: Container): boolean {
  const { images = [] } = rewriting ?? {};
  if (images.length === 0) return false;
  // One whose name a template fills in may be any.
  const isOpen = name.value === undefined && !name.missing;
  return isOpen || images.some((image) => image === '*' || image === name.value || image === `#${index}`);
}
