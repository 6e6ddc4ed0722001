import { l10n } from 'vscode';
import type { Connection } from '../../aws/connection/connection.ts';
import { systemTimer } from '../../aws/timer.ts';
import { LineFormatter } from '../../logs/lines/lineFormatter.ts';
import { LogFollower } from '../../logs/logFollower.ts';
import type { LogLine } from '../../logs/lines/logLine.ts';
import type { LogScope } from '../../logs/sources/logScope.ts';
import type { Marker } from '../../logs/marker.ts';
import { parseTextFilter, type TextFilter } from '../../logs/lines/textFilter.ts';
import { linesText } from '../common/countText.ts';
import type { ChannelWords, LogChannel } from './channel/logChannel.ts';
import { followSettings, formatSettings } from './logSettings.ts';
import { markerText } from './markerText.ts';

/** `paused` by the person, `hidden` because nobody was looking: both cost nothing and lose nothing. */
export type StreamState = 'running' | 'paused' | 'hidden' | 'ended';

/** What is shown of a scope: a CloudWatch pattern, applied by the service, and a text, applied here. */
export interface LogFilter {
  pattern?: string | undefined;
  text?: string | undefined;
}

export interface LogStreamOptions {
  scope: LogScope;
  connection: Connection;
  connectionFor: (region: string) => Promise<Connection>;
  channel: LogChannel;
  filter: LogFilter;
}

/** One scope being followed into one channel. */
export class LogStream implements ChannelWords {
  readonly scope: LogScope;
  readonly connection: Connection;
  readonly channel: LogChannel;
  readonly filter: LogFilter;
  /** Epoch milliseconds of the first line shown, which “earlier” is measured from. */
  beginning: number | undefined;
  readonly #follower: LogFollower;
  readonly #formatter: LineFormatter;
  readonly #matches: TextFilter | undefined;
  #state: StreamState = 'ended';
  /** Epoch milliseconds of the newest line so far. */
  #latest: number | undefined;
  #running: { stop: AbortController; over: Promise<void> } | undefined;

  constructor(options: LogStreamOptions) {
    const { scope, connection, connectionFor, channel, filter } = options;
    this.scope = scope;
    this.connection = connection;
    this.channel = channel;
    this.filter = filter;
    this.#matches = filter.text ? parseTextFilter(filter.text) : undefined;
    this.#formatter = new LineFormatter({ ...formatSettings(), origin: Date.now() });
    this.#follower = new LogFollower({
      ...followSettings(),
      scope,
      connection,
      connectionFor,
      filterPattern: filter.pattern,
      timer: systemTimer,
      show: (lines) => this.#show(lines),
      mark: (marker) => this.#mark(marker),
    });
  }

  get state(): StreamState {
    return this.#state;
  }

  /** Follows until it is halted, or until there is nothing more; rejects with what ended it otherwise. */
  async start(): Promise<void> {
    if (this.#running) return;
    const stop = new AbortController();
    this.#state = 'running';
    const over = this.#follower.run(stop.signal);
    this.#running = { stop, over };
    try {
      await over;
    } finally {
      this.#running = undefined;
      if (!stop.signal.aborted) this.#state = 'ended';
    }
  }

  /** Ends all requests; `start` goes on where it stopped. */
  async halt(state: Exclude<StreamState, 'running'>): Promise<void> {
    this.#state = state;
    this.#running?.stop.abort();
    await this.#running?.over.catch(() => undefined);
  }

  say(words: string): void {
    const now = this.#now;
    const text = (): string => this.#formatter.marker(now, words);
    this.channel.write({ lines: 1, size: words.length, text, lasting: true });
  }

  /** By AWS's clock, as the lines beside it. */
  get #now(): number {
    return Date.now() + this.connection.clockOffset;
  }

  /** The row with which the channel's view starts over: what was above it is earlier now. */
  startedOver(): string {
    this.beginning = this.#latest;
    const words = l10n.t('What was here before is no longer shown: “ECS: Show Earlier Logs” opens it');
    return this.#formatter.aside(this.#now, words) + this.#formatter.dayRow(this.#latest ?? this.#now);
  }

  /** The row in the place of lines that the channel cannot show. */
  leftOut(lines: number): string {
    this.beginning = this.#latest;
    const words = l10n.t('{0} came faster than could be shown: “ECS: Show Earlier Logs” opens them', linesText(lines));
    return this.#formatter.aside(this.#now, words);
  }

  #show(lines: LogLine[]): void {
    // In the order of their times, as all sources deliver them.
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last) return;
    this.beginning ??= first.timestamp;
    this.#latest = Math.max(this.#latest ?? 0, last.timestamp);
    const matches = this.#matches;
    const shown = matches ? lines.filter((line) => matches(line.message)) : lines;
    if (shown.length === 0) return;
    const text = (afterGap: boolean): string => {
      if (afterGap) this.#formatter.interrupt();
      return this.#formatter.format(shown);
    };
    this.channel.write({ lines: shown.length, size: sizeOf(shown), text });
  }

  #mark(marker: Marker): void {
    const words = markerText(marker);
    if (words) this.say(words);
    if (marker.kind === 'finished') this.say(l10n.t('“ECS: Open Logs…” opens all of them in a document'));
  }
}

/** Characters of their text, roughly. */
function sizeOf(lines: readonly LogLine[]): number {
  return lines.reduce((size, { message }) => size + message.length + 40, 0);
}
