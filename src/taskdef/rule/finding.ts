import type { Edit } from '../document/edits.ts';
import type { Range } from '../document/range.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A repair; its edits do not overlap and are applied together. A preferred one is certain to be what is meant. */
export interface Fix {
  title: string;
  edits: Edit[];
  preferred?: boolean;
}

/** Another place in the same file that explains the finding. */
export interface Related {
  range: Range;
  message: string;
}

export interface Finding {
  /** Id of the rule. */
  rule: string;
  severity: Severity;
  message: string;
  range: Range;
  /** Page of the documentation that states the rule. */
  link: string;
  fixes: Fix[];
  related: Related[];
}
