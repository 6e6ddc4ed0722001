import type { Severity } from './finding.ts';
import type { Tool, ToolUse } from '../document/siblingFacts.ts';
import type { Surroundings } from '../document/task.ts';

/** Everything a check depends on beside the file. All of it is optional. */
export interface CheckContext extends Surroundings {
  /** By rule id; `off` silences the rule. */
  severities?: Readonly<Record<string, Severity | 'off'>>;
  tool?: Tool;
  /** All tools that get the file, with what becomes of it on its way; `tool` is the first of them. */
  uses?: readonly ToolUse[];
}
