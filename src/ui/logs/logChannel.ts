import { type OutputChannel, window } from 'vscode';
import { LineQueue, type QueueLimits, type Rows } from '../../logs/lineQueue.ts';

/** The language of log channels and log documents, as package.json contributes it. */
export const logLanguage = 'ecs-log';

/** How much a channel takes, in characters, and shows, in bytes. */
export interface ChannelLimits {
  /** Handed to VS Code at once; more would hold up the extension host, which keeps a copy of what is in view. */
  portion: number;
  /** Milliseconds from one portion to the next: what VS Code shows in time without holding anybody up. */
  pace: number;
  /** The same while lines have to be left out: enough to see that they come and what they are. */
  floodPortion: number;
  floodPace: number;
  /** What may wait to be shown, and how much of it is kept when more comes. */
  waiting: QueueLimits;
  /** In view at most; then the view starts over. */
  shown: number;
  /** Bytes of one file. VS Code begins another at 30 MB, after which it cannot clear a channel any more. */
  file: number;
}

const usual: ChannelLimits = {
  portion: 512 * 1024,
  pace: 250,
  floodPortion: 16 * 1024,
  floodPace: 1000,
  waiting: { capacity: 8e6, kept: 1e6 },
  shown: 8e6,
  file: 22e6,
};

/** Milliseconds in which VS Code has put a channel in place of another that is in view. */
const handover = 1000;

/** What the channel itself says among the lines, as rows with their ends. */
export interface ChannelWords {
  /** The view has started over: lines that were shown no longer are. */
  startedOver: () => string;
  /** So many lines came faster than they can be shown, and were left out. */
  leftOut: (lines: number) => string;
}

export interface LogChannelOptions {
  name: string;
  isVisible: () => boolean;
  /** Told when VS Code has closed a file of the channel because another took its place. */
  fileEnded?: () => void;
  limits?: Partial<ChannelLimits>;
}

/**
 * An output channel that stays light under a flood: it takes its text in portions, at a pace at which VS Code can show
 * it, and shows the newest of it.
 */
export class LogChannel {
  readonly name: string;
  words: ChannelWords | undefined;
  readonly #options: LogChannelOptions;
  readonly #limits: ChannelLimits;
  readonly #waiting: LineQueue;
  #channel: OutputChannel;
  #former: Former | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isDisposed = false;
  #lastPortion = 0;
  /** Bytes in view. */
  #shown = 0;
  /** Bytes of the channel's present file. */
  #file = 0;

  constructor(options: LogChannelOptions) {
    this.name = options.name;
    this.#options = options;
    this.#limits = { ...usual, ...options.limits };
    this.#waiting = new LineQueue(this.#limits.waiting);
    this.#channel = window.createOutputChannel(this.name, logLanguage);
  }

  write(rows: Rows): void {
    if (this.#isDisposed) return;
    this.#waiting.add(rows);
    this.#schedule();
  }

  show(preserveFocus: boolean): void {
    this.#channel.show(preserveFocus);
  }

  clear(): void {
    this.#waiting.clear();
    this.#startOver();
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#former?.close();
    this.#channel.dispose();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#waiting.isEmpty) return;
    const { pace, floodPace } = this.#limits;
    const wait = this.#lastPortion + (this.#waiting.isFlooded ? floodPace : pace) - performance.now();
    this.#timer = setTimeout(() => this.#flush(), Math.max(0, wait));
  }

  #flush(): void {
    this.#timer = undefined;
    this.#lastPortion = performance.now();
    if (this.#waiting.leftOut === 0) this.#waiting.calmDown();
    const { portion, floodPortion } = this.#limits;
    const { text, leftOut } = this.#waiting.take(this.#waiting.isFlooded ? floodPortion : portion);
    const rows = leftOut > 0 ? `${this.words?.leftOut(leftOut) ?? ''}${text}` : text;
    if (this.#shown + rows.length > this.#limits.shown && this.#canStartOver) {
      this.#startOver();
      this.#append(this.words?.startedOver() ?? '');
    }
    this.#append(rows);
    this.#schedule();
  }

  #append(rows: string): void {
    const bytes = Buffer.byteLength(rows);
    this.#shown += bytes;
    this.#file += bytes;
    this.#channel.append(rows);
  }

  /** A channel in place of one that is not in view would leave the output view with somebody else's. */
  get #canStartOver(): boolean {
    return this.#canClear || this.#options.isVisible();
  }

  get #canClear(): boolean {
    return this.#file < this.#limits.file;
  }

  #startOver(): void {
    this.#shown = 0;
    if (this.#canClear) return this.#channel.clear();
    const inView = this.#options.isVisible();
    this.#former?.close();
    this.#former = new Former(this.#channel, this.#options.fileEnded);
    this.#channel = window.createOutputChannel(this.name, logLanguage);
    this.#file = 0;
    if (inView) this.#channel.show(true);
  }
}

/** A channel that another has taken the place of; it stays until that one is in view, lest the view jump elsewhere. */
class Former {
  readonly #channel: OutputChannel;
  readonly #timer: NodeJS.Timeout;
  #closed: (() => void) | undefined;

  constructor(channel: OutputChannel, closed?: () => void) {
    this.#channel = channel;
    this.#closed = closed;
    this.#timer = setTimeout(() => this.close(), handover);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#channel.dispose();
    this.#closed?.();
    this.#closed = undefined;
  }
}
