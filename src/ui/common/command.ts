import type { Workbench } from './workbench.ts';

/** What a command does: a module of its own, or one of several in a module. */
export interface Command {
  readonly run: (workbench: Workbench, ...args: unknown[]) => Promise<void>;
  /** The sentence that begins the error message, e.g. “The revision was not registered.” */
  readonly failure: () => string;
}
