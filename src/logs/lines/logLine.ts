import type { LogEvent } from './logEvent.ts';

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
