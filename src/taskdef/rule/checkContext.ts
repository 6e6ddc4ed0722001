import type { Severity } from './finding.ts';
import type { SiblingFacts, Tool } from '../document/siblingFacts.ts';

/** Everything a check depends on beside the file. All of it is optional. */
export interface CheckContext {
  /** By rule id; `off` silences the rule. */
  severities?: Readonly<Record<string, Severity | 'off'>>;
  tool?: Tool;
  siblings?: SiblingFacts;
}
