import { visibleText } from '../../ecs/text/visibleText.ts';
import { ClockText, type ClockStyle } from './clockText.ts';
import { fieldsText, readJsonMessage } from './jsonMessage.ts';
import { type Level, levelOfText } from './level.ts';
import type { LogLine, Writer } from './logLine.ts';
import { portionOf } from './portionOf.ts';
import { type LineBlock, LogBlocks } from './logBlocks.ts';

/** `line`: message first, then the fields; `pretty`: one field a line; `raw`: as it was written. */
type JsonStyle = 'line' | 'pretty' | 'raw';

export interface FormatOptions {
  clock: ClockStyle;
  json: JsonStyle;
  /** Epoch milliseconds that relative times count from. */
  origin: number;
  /** Characters of one row at most; what is cut off is counted. */
  longest?: number;
  /** Whether each row has its date; otherwise a row of its own tells where a day begins. */
  dates?: boolean;
}

/** What separates a label from what follows; the grammar knows it. */
const levelText: Readonly<Record<Level, string>> = {
  trace: 'TRACE',
  debug: 'DEBUG',
  info: 'INFO ',
  warn: 'WARN ',
  error: 'ERROR',
  fatal: 'FATAL',
};
const noLevel = '     ';

/** ANSI colours and other control characters, which an editor would show as boxes. */
const control = /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b[@-_]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const hasControl = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/;
/** Whatever else ends a line somewhere; an editor asks what to do about the unusual ones. Only the first of a run looks for its end. */
const lineBreak = /(?<!\r)\r+\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;

/** Characters by which a task is told from others. */
const shortTask = 8;

/** Columns of a label at most. */
const widest = 48;

/** Turns lines into the text of a log channel: `time  task container  LEVEL message`, blocks indented below it. */
export class LineFormatter {
  readonly #options: FormatOptions;
  readonly #clock: ClockText;
  readonly #blocks = new LogBlocks();
  readonly #longest: number;
  /** Columns of the widest label so far, so that messages stand below each other. */
  #width = 0;
  #day = '';

  constructor(options: FormatOptions) {
    this.#options = options;
    this.#clock = new ClockText(options.clock, options.origin);
    this.#longest = options.longest ?? 10_000;
  }

  /** The rows of a batch, each ended by a line feed. */
  format(lines: readonly LogLine[]): string {
    let text = '';
    for (const block of this.#group(lines)) text += this.#text(block);
    return text;
  }

  /** The same as one text for each block, so that blocks can be put into another order. */
  blocks(lines: readonly LogLine[]): string[] {
    this.#blocks.interrupt();
    return this.#group(lines).map((block) => this.#text(block));
  }

  #group(lines: readonly LogLine[]): LineBlock[] {
    // First all labels, lest those of one batch begin their messages in different columns.
    for (const { writer } of lines) this.#widen(labelLength(writer));
    return this.#blocks.group(lines);
  }

  #text({ lines, goesOn }: LineBlock): string {
    let text = '';
    let below = goesOn;
    for (const line of lines) {
      text += this.#row(line, below);
      below = true;
    }
    return text;
  }

  /** A row that stands between the lines. */
  marker(timestamp: number, words: string): string {
    this.#blocks.interrupt();
    return this.#newDay(timestamp) + this.aside(timestamp, words);
  }

  /** The same above rows that were formatted before it. */
  aside(timestamp: number, words: string): string {
    return `${this.#time(timestamp)} ── ${visibleText(words).replaceAll(/\s+/g, ' ')}\n`;
  }

  /** The row that tells on which day the rows below it begin. */
  dayRow(timestamp: number): string {
    return `── ${this.#clock.day(timestamp)}\n`;
  }

  /** Lines are left out here: what follows belongs to nothing above it. */
  interrupt(): void {
    this.#blocks.interrupt();
  }

  #row(line: LogLine, goesOn: boolean): string {
    const message = clean(line.message);
    const time = this.#time(line.timestamp);
    const day = this.#newDay(line.timestamp);
    if (goesOn) return day + this.#below(message, time);
    const label = labelOf(line.writer).padEnd(this.#width);
    const { level, text, below } = this.#read(message);
    const first = text.indexOf('\n');
    const head = first === -1 ? text : text.slice(0, first);
    const row = `${day}${time} ${label} ${level ? levelText[level] : noLevel} ${this.#cut(head)}\n`;
    const rest = first === -1 ? below : `${text.slice(first + 1)}${below ? `\n${below}` : ''}`;
    return rest ? row + this.#below(rest, time) : row;
  }

  #read(message: string): { level: Level | undefined; text: string; below: string } {
    try {
      return this.#readJson(message);
    } catch {
      // Nested thousands deep it can be read, but not be written again.
      return { level: levelOfText(message), text: message, below: '' };
    }
  }

  #readJson(message: string): { level: Level | undefined; text: string; below: string } {
    const { json } = this.#options;
    const parsed = json === 'raw' && message.charCodeAt(0) !== 0x7b ? undefined : readJsonMessage(message);
    if (!parsed) return { level: levelOfText(message), text: message, below: '' };
    const { level, text, stack, fields } = parsed;
    if (json === 'raw') return { level, text: message, below: '' };
    const below = stack ? clean(stack) : '';
    if (json === 'pretty') {
      const pretty = fields.map(([name, value]) => `${name}: ${JSON.stringify(value, undefined, 2)}`).join('\n');
      return { level, text: clean(text ?? ''), below: [pretty, below].filter(Boolean).join('\n') };
    }
    const rest = fieldsText(fields);
    const lines = clean(text ?? '').split('\n');
    lines[0] = [lines[0], rest].filter(Boolean).join('  ');
    return { level, text: lines.join('\n'), below };
  }

  /** Further rows of a block stand under the message, behind a bar. */
  #below(text: string, time: string): string {
    const margin = `${' '.repeat(time.length + 1 + this.#width + 1 + noLevel.length)}│ `;
    return text
      .split('\n')
      .map((row) => `${margin}${this.#cut(row)}\n`)
      .join('');
  }

  #widen(length: number): void {
    if (length > this.#width) this.#width = Math.min(widest, length);
  }

  #time(timestamp: number): string {
    const time = this.#clock.time(timestamp);
    const day = this.#options.dates ? this.#clock.day(timestamp) : '';
    return day ? `${day} ${time}` : time;
  }

  #newDay(timestamp: number): string {
    if (this.#options.dates) return '';
    const day = this.#clock.day(timestamp);
    if (day === this.#day) return '';
    this.#day = day;
    return this.dayRow(timestamp);
  }

  #cut(row: string): string {
    if (row.length <= this.#longest) return row;
    const shown = portionOf(row, this.#longest);
    return `${shown} … (+${row.length - shown.length})`;
  }
}

function labelLength({ task, container }: Writer): number {
  return container.length + (task === undefined ? 0 : shortTask + 1);
}

function labelOf({ task, container }: Writer): string {
  const label = task === undefined ? container : `${task.slice(0, shortTask)} ${container}`;
  return label.length > widest ? `…${label.slice(1 - widest)}` : label;
}

/** A carriage return would begin its row again in a terminal; Java's loggers stand it for a line feed. */
function clean(message: string): string {
  let text = message;
  if (hasControl.test(text)) text = text.replaceAll(lineBreak, '\n').replaceAll(control, '');
  return text.endsWith('\n') ? text.trimEnd() : text;
}
