import type { LogGroupClass } from '@aws-sdk/client-cloudwatch-logs';
import { LogStream } from './logStream.ts';
import type { LogsState } from './logsState.ts';
import type { TailSession } from './tailSession.ts';

/** A log group: its streams, and the live tails that listen to it. */
export class LogGroup {
  readonly logs: LogsState;
  readonly name: string;
  /** Without the `:*` that some answers append. */
  readonly arn: string;
  readonly creationTime: number;
  retentionInDays: number | undefined;
  logGroupClass: LogGroupClass = 'STANDARD';
  tags: Record<string, string> = {};
  readonly streams = new Map<string, LogStream>();
  readonly tails = new Set<TailSession>();
  #order = 0;

  constructor(logs: LogsState, name: string) {
    this.logs = logs;
    this.name = name;
    this.arn = logs.region.arn('logs', `log-group:${name}`);
    this.creationTime = logs.clock.now();
  }

  nextOrder(): number {
    return this.#order++;
  }

  /** The stream with this name, made when it is not there yet. */
  openStream(name: string): LogStream {
    let stream = this.streams.get(name);
    if (!stream) {
      stream = new LogStream(this, name, this.logs.clock.now());
      this.streams.set(name, stream);
    }
    return stream;
  }

  storedBytes(): number {
    return [...this.streams.values()].reduce((sum, stream) => sum + stream.events.size * 120, 0);
  }
}
