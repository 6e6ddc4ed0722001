/** One line that a container wrote, as CloudWatch Logs holds it. */
export interface LogEvent {
  /** Name of the log stream. */
  stream: string;
  /** Epoch milliseconds, as the writer claimed. */
  timestamp: number;
  /** Epoch milliseconds at which CloudWatch Logs received it. */
  ingestionTime: number;
  message: string;
}

/** Who wrote a line. */
export interface Writer {
  /** Id of the task; undefined where its streams do not name one. */
  task: string | undefined;
  /** Name of the container, or of the stream in a group picked by hand. */
  container: string;
}

/** An event together with its writer. */
export interface LogLine extends LogEvent {
  group: string;
  writer: Writer;
}

/** What FilterLogEvents and StartLiveTail both say of an event. */
interface RawEvent {
  logStreamName?: string | undefined;
  timestamp?: number | undefined;
  ingestionTime?: number | undefined;
  message?: string | undefined;
}

/** What an endpoint leaves out is empty here. */
export function toLogEvent({ logStreamName, timestamp, ingestionTime, message }: RawEvent): LogEvent {
  return {
    stream: logStreamName ?? '',
    timestamp: timestamp ?? 0,
    ingestionTime: ingestionTime ?? 0,
    message: message ?? '',
  };
}

/** Earlier first; events of the same millisecond keep the order in which they came, because `sort` is stable. */
export function byTime(one: { timestamp: number }, other: { timestamp: number }): number {
  return one.timestamp - other.timestamp;
}

/** Whether the events already stand in time order, which saves the usual batch its sorting. */
export function inTimeOrder(events: readonly { timestamp: number }[]): boolean {
  return events.every((event, at) => at === 0 || (events[at - 1]?.timestamp ?? 0) <= event.timestamp);
}
