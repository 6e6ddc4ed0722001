import { l10n } from 'vscode';
import { LineFormatter } from '../../logs/lines/lineFormatter.ts';
import { visibleLine } from '../../ecs/text/visibleText.ts';
import { type PastOptions, PastReader } from '../../logs/pastReader.ts';
import { linesText } from '../common/countText.ts';
import { formatSettings } from './logSettings.ts';

export interface PastDocumentOptions extends PastOptions {
  /** First row: what this is. */
  heading: string;
}

/** Characters; beyond some 50 million VS Code no longer hands a document to extensions. */
const capacity = 45_000_000;

/** The text of a past range, which grows as pages are read. */
export class PastDocument {
  readonly #options: PastDocumentOptions;
  readonly #reader: PastReader;
  readonly #formatter: LineFormatter;
  readonly #parts: string[] = [];
  #size = 0;
  #lines = 0;
  #done = false;

  constructor(options: PastDocumentOptions) {
    this.#options = options;
    this.#reader = new PastReader(options);
    this.#formatter = new LineFormatter({ ...formatSettings(), origin: options.range.to, dates: true });
  }

  get done(): boolean {
    return this.#done;
  }

  get text(): string {
    return [`── ${visibleLine(this.#options.heading)}\n`, ...this.#parts, `── ${this.#footer()}\n`].join('');
  }

  /** Reads at least so many lines more, unless there are none; what was read before a cancellation stays. */
  async load(lines: number, signal: AbortSignal, report: (count: number) => void): Promise<void> {
    const wanted = this.#lines + lines;
    while (!this.#done && this.#lines < wanted && this.#size < capacity && !signal.aborted) {
      const page = await this.#reader.next(signal);
      const blocks = this.#blocks(page.lines);
      for (const block of blocks) this.#size += block.length;
      this.#parts.push(blocks.join(''));
      this.#lines += page.lines.length;
      this.#done = page.done;
      report(this.#lines);
    }
  }

  #blocks(lines: Parameters<LineFormatter['blocks']>[0]): string[] {
    // A block reads downwards even where the newest stands first.
    if (!this.#options.newestFirst) return this.#formatter.blocks(lines);
    return this.#formatter.blocks([...lines].reverse()).reverse();
  }

  #footer(): string {
    if (this.#size >= capacity) return l10n.t('An editor holds no more; choose a shorter time or a filter pattern');
    if (!this.#done) return l10n.t('{0}, and there are more', linesText(this.#lines));
    return this.#lines === 0 ? l10n.t('No lines in this time') : linesText(this.#lines);
  }
}
