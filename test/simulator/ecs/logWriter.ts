import type { Random } from '../random.ts';

/** Where a line is written: enough to make it believable and repeatable. */
export interface LineContext {
  /** Counts the lines of this container from 0. */
  line: number;
  /** Epoch milliseconds. */
  time: number;
  container: string;
  taskId: string;
  random: Random;
}

/** What a container prints while it runs. */
export interface LogWriter {
  /** Milliseconds between two writes. */
  every: number;
  /** Events of one write; each string is one event. */
  lines(context: LineContext): string[];
  /** Printed at the start and before the end. */
  start?(context: LineContext): string[];
  end?(context: LineContext, exitCode: number): string[];
}

/** For images nobody described: a start line and a heartbeat each half minute. */
export const defaultLogWriter: LogWriter = {
  every: 30_000,
  start: (context) => [`${context.container} started`],
  lines: (context) => [`${context.container} alive, tick ${context.line}`],
  end: (_context, exitCode) => [`exiting with status ${exitCode}`],
};
