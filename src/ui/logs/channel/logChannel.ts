import { type OutputChannel, window } from 'vscode';
import type { Rows } from './rowQueue.ts';
import { channelPace, type Pace, RowPacer } from './rowPacer.ts';

/** The language of log channels and log documents, as package.json contributes it. */
export const logLanguage = 'ecs-log';

/** In bytes. */
export interface ChannelLimits {
  /** In view at most; then the view starts over. */
  shown: number;
  /** Of one file. VS Code begins another at 30 MB, after which it cannot clear a channel any more. */
  file: number;
}

const usual: ChannelLimits = { shown: 8e6, file: 22e6 };

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
  words: ChannelWords;
  isVisible: () => boolean;
  /** Told when VS Code has closed a file of the channel because another took its place. */
  fileEnded?: () => void;
  pace?: Partial<Pace>;
  limits?: Partial<ChannelLimits>;
}

/**
 * An output channel that stays light under a flood: it takes its text in portions, at a pace at which VS Code can show
 * it, and shows the newest of it.
 */
export class LogChannel {
  readonly name: string;
  readonly #options: LogChannelOptions;
  readonly #limits: ChannelLimits;
  readonly #pacer: RowPacer;
  #channel: OutputChannel;
  #former: Former | undefined;
  #isDisposed = false;
  /** Bytes in view. */
  #shown = 0;
  /** Bytes of the channel's present file. */
  #file = 0;

  constructor(options: LogChannelOptions) {
    this.name = options.name;
    this.#options = options;
    this.#limits = { ...usual, ...options.limits };
    this.#pacer = new RowPacer({ ...channelPace, ...options.pace }, (text, leftOut) => this.#show(text, leftOut));
    this.#channel = window.createOutputChannel(this.name, logLanguage);
  }

  write(rows: Rows): void {
    if (this.#isDisposed) return;
    this.#pacer.add(rows);
  }

  show(preserveFocus: boolean): void {
    if (this.#isDisposed) return;
    this.#channel.show(preserveFocus);
  }

  clear(): void {
    if (this.#isDisposed) return;
    this.#pacer.clear();
    this.#startOver();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#pacer.clear();
    this.#former?.close();
    this.#channel.dispose();
  }

  #show(text: string, leftOut: number): void {
    const rows = leftOut > 0 ? `${this.#options.words.leftOut(leftOut)}${text}` : text;
    if (this.#shown + rows.length > this.#limits.shown && this.#canStartOver) {
      this.#startOver();
      this.#append(this.#options.words.startedOver());
    }
    this.#append(rows);
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
    this.#former?.giveWay();
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
  #ended: (() => void) | undefined;

  /** @param ended Told when it has given way, but not when it is closed with all others. */
  constructor(channel: OutputChannel, ended?: () => void) {
    this.#channel = channel;
    this.#ended = ended;
    this.#timer = setTimeout(() => this.giveWay(), handover);
  }

  giveWay(): void {
    this.close();
    this.#ended?.();
    this.#ended = undefined;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#channel.dispose();
  }
}
