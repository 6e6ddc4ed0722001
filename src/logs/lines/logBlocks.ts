import type { LogLine } from './logLine.ts';
import { beginBlock, type Block, takesLine } from './stackTrace.ts';

/** Lines that stand below each other; the first of them has the label, unless it goes on with what stands above. */
export interface LineBlock {
  lines: LogLine[];
  goesOn: boolean;
}

/**
 * Keeps blocks together: lines that go on with one stand behind it, although lines of other streams have come in
 * between, and also when it was the last thing of the batch before.
 */
export class LogBlocks {
  #last: Block | undefined;

  /** Something else has been shown: no line goes on with what stands above it. */
  interrupt(): void {
    this.#last = undefined;
  }

  group(lines: readonly LogLine[]): LineBlock[] {
    const carried: LineBlock = { lines: [], goesOn: true };
    const blocks: LineBlock[] = [];
    const open = new Map<string, { block: Block; to: LineBlock }>();
    if (this.#last) open.set(this.#last.stream, { block: this.#last, to: carried });
    let newest = this.#last;
    for (const line of lines) {
      const known = open.get(line.stream);
      if (known && takesLine(known.block, line)) {
        known.to.lines.push(line);
        continue;
      }
      const to = { lines: [line], goesOn: false };
      newest = beginBlock(line);
      blocks.push(to);
      open.set(line.stream, { block: newest, to });
    }
    this.#last = newest;
    return carried.lines.length > 0 ? [carried, ...blocks] : blocks;
  }
}
