import type { SiblingFacts, Tool, ToolUse } from '../document/siblingFacts.ts';

/** The tools whose rules hold: the one that a person chose, else those that the files beside show. */
export function chooseTools(
  chosen: Tool | undefined,
  siblings: SiblingFacts | undefined,
): { tool: Tool | undefined; uses: readonly ToolUse[] } {
  const shown = siblings?.uses ?? [];
  if (chosen === undefined) return { tool: siblings?.tool, uses: shown };
  // What the files say of its way to the tool that was chosen, such as an image that is filled in, still holds.
  const same = shown.filter(({ tool }) => tool === chosen);
  return { tool: chosen, uses: same.length > 0 ? same : [{ tool: chosen }] };
}
