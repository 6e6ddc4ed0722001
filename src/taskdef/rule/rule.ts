import type { Certainty } from '../document/certainty.ts';
import type { Fix, Related, Severity } from './finding.ts';
import type { Range } from '../document/range.ts';
import type { CheckContext } from './checkContext.ts';
import type { Task } from '../document/task.ts';

/** What a rule reports: a place (a node will do) and a message in the file's own names and numbers. */
export interface Problem {
  at: Range;
  message: string;
  /** Only where this case weighs otherwise than the rule does. */
  severity?: Severity;
  fixes?: Fix[];
  related?: Related[];
}

export type Report = (problem: Problem) => void;

/** One check. `S` is what it needs to see; rules about JSON shape see less than a task, and serve service definitions too. */
export interface Rule<S = Task> {
  /** Stable id, such as TD024: settings, suppressions and documentation refer to it. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence that states the rule, for the documentation. */
  readonly title: string;
  /** The documentation page it rests on, from links.ts. */
  readonly link: string;
  /** Why ECS refuses it, in the service's own words where they are known: people search for them. */
  readonly says?: string;
  /** Set on a rule that looks at the text alone and so also judges a file that cannot be parsed. */
  readonly textOnly?: boolean;
  /** When the rule holds at all; absent means always. `likely` lowers an error to a warning. */
  applies?(subject: S): Certainty;
  check(subject: S, report: Report, context: CheckContext): void;
}
