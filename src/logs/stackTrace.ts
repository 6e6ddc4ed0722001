/**
 * How the further lines of a stack trace or of another block begin: indented, Java's `Caused by:`, Python's last line
 * is not among them because nothing tells it from a new line.
 */
const continuation =
  /^(?:\s+\S|Caused by: |Suppressed: |\.\.\. \d+ (?:more|common frames)|\}|\]|goroutine \d+ \[|created by \S+ in goroutine)/;

/** Whether a message goes on with what the one before it in the same stream began. */
export function continuesBlock(message: string): boolean {
  const first = message.charCodeAt(0);
  // Space, tab, or a character that begins one of the others: most lines are decided here.
  if (
    first > 0x2e &&
    first !== 0x43 &&
    first !== 0x53 &&
    first !== 0x5d &&
    first !== 0x63 &&
    first !== 0x67 &&
    first !== 0x7d
  )
    return false;
  return continuation.test(message);
}

/** Puts lines that continue a block behind the block, where lines of other streams have come in between. */
export function keepBlocksTogether<T extends { stream: string; message: string }>(lines: readonly T[]): readonly T[] {
  const blocks: T[][] = [];
  const blockOf = new Map<string, T[]>();
  let moved = false;
  for (const line of lines) {
    const open = blockOf.get(line.stream);
    if (open && continuesBlock(line.message)) {
      moved ||= open !== blocks.at(-1);
      open.push(line);
      continue;
    }
    const block = [line];
    blocks.push(block);
    blockOf.set(line.stream, block);
  }
  return moved ? blocks.flat() : lines;
}
