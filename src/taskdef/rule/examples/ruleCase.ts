import type { FileKind } from '../../document/recognise.ts';
import type { CheckContext } from '../checkContext.ts';
import type { Severity } from '../finding.ts';

/** A file as an object, or as text where its writing matters. */
export type FileContent = object | string;

/** A rule at work: a file that breaks it and one that is nearly the same and does not. It stands in `<rule>.cases.ts` beside the rule. */
export interface RuleCase {
  /** What this case is about, when a rule has several; the first is the example in docs/rules.md. */
  about?: string;
  breaks: FileContent;
  /** Where the finding stands: the text it marks, as it is in the file. */
  at: string;
  /** What the message says. */
  says: RegExp;
  holds: FileContent;
  severity?: Severity;
  /** What its first fix makes of the marked place; `true` when only that the finding is gone matters, `false` when there is no fix. */
  fix?: RegExp | boolean;
  context?: CheckContext;
  /** What the file is taken for; a task definition, or for a rule on services the input of CreateService, unless it says. */
  kind?: FileKind;
}
