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

/** Earlier first; events of the same millisecond keep the order in which they came, because `sort` is stable. */
export function byTime(one: { timestamp: number }, other: { timestamp: number }): number {
  return one.timestamp - other.timestamp;
}

/** Whether the events already stand in time order, which saves the usual batch its sorting. */
export function inTimeOrder(events: readonly { timestamp: number }[]): boolean {
  return events.every((event, at) => at === 0 || (events[at - 1]?.timestamp ?? 0) <= event.timestamp);
}
