import { ClockText, type ClockStyle } from './clockText.ts';
import { fieldsText, readJsonMessage } from './jsonMessage.ts';
import { type Level, levelOfText } from './level.ts';
import type { LogLine } from './logLine.ts';
import { continuesBlock, keepBlocksTogether } from './stackTrace.ts';

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
const control = /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b[@-_]|[\u0000-\u0008\u000b-\u001f\u007f]/g;
const hasControl = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/** Turns lines into the text of a log channel: `time  task container  LEVEL message`, blocks indented below it. */
export class LineFormatter {
  readonly #options: FormatOptions;
  readonly #clock: ClockText;
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
    let before: LogLine | undefined;
    for (const line of keepBlocksTogether(lines)) {
      text += this.#row(line, before);
      before = line;
    }
    return text;
  }

  /** The same as one text for each block, so that blocks can be put into another order. */
  blocks(lines: readonly LogLine[]): string[] {
    const blocks: string[] = [];
    let before: LogLine | undefined;
    for (const line of keepBlocksTogether(lines)) {
      const row = this.#row(line, before);
      if (before && goesOn(before, line)) blocks[blocks.length - 1] += row;
      else blocks.push(row);
      before = line;
    }
    return blocks;
  }

  /** A row that stands between the lines. */
  marker(timestamp: number, words: string): string {
    return `${this.#newDay(timestamp)}${this.#time(timestamp)} ── ${words.replaceAll(/\s+/g, ' ')}\n`;
  }

  #row(line: LogLine, before: LogLine | undefined): string {
    const message = clean(line.message);
    const time = this.#time(line.timestamp);
    const day = this.#newDay(line.timestamp);
    if (before && goesOn(before, line)) return day + this.#below(message, time);
    const label = this.#label(line);
    const { level, text, below } = this.#read(message);
    const first = text.indexOf('\n');
    const head = first === -1 ? text : text.slice(0, first);
    const row = `${day}${time} ${label} ${level ? levelText[level] : noLevel} ${this.#cut(head)}\n`;
    const rest = first === -1 ? below : `${text.slice(first + 1)}${below ? `\n${below}` : ''}`;
    return rest ? row + this.#below(rest, time) : row;
  }

  #read(message: string): { level: Level | undefined; text: string; below: string } {
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

  #label({ writer }: LogLine): string {
    const label = writer.task === undefined ? writer.container : `${writer.task.slice(0, 8)} ${writer.container}`;
    if (label.length > this.#width) this.#width = Math.min(48, label.length);
    return label.padEnd(this.#width);
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
    return `── ${day}\n`;
  }

  #cut(row: string): string {
    return row.length > this.#longest ? `${row.slice(0, this.#longest)} … (+${row.length - this.#longest})` : row;
  }
}

function goesOn(before: LogLine, line: LogLine): boolean {
  return before.stream === line.stream && continuesBlock(line.message);
}

function clean(message: string): string {
  const text = hasControl.test(message) ? message.replaceAll('\r\n', '\n').replaceAll(control, '') : message;
  return text.endsWith('\n') ? text.trimEnd() : text;
}
