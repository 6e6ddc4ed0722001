import type { Certainty } from '../document/certainty.ts';
import type { Fix, Related, Severity } from './finding.ts';
import type { Flaw } from '../facts/toolBehaviour.ts';
import type { Range } from '../document/range.ts';
import type { CheckContext } from './checkContext.ts';
import type { Task } from '../document/task.ts';

/** What a rule reports: a place (a node will do) and a message in the file's own names and numbers. */
export interface Problem {
  at: Range;
  message: string;
  /** Only where this case weighs otherwise than the rule does. */
  severity?: Severity;
  /** Only where this case is another flaw than the rule's. */
  flaw?: Flaw;
  fixes?: Fix[];
  related?: Related[];
}

export type Report = (problem: Problem) => void;

/** One check. `S` is what it needs to see; rules about JSON shape see less than a task, and serve service definitions too. */
export interface Rule<S = Task> {
  /** Stable id, TD and three characters: settings, suppressions and documentation refer to it. */
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
  /** Set on a rule that says what the whole file is: where it speaks, the others would speak of what is not meant. */
  readonly standsAlone?: boolean;
  /** Set on a rule that holds for service definitions too. */
  readonly onServiceDefinitions?: boolean;
  /** Set on a rule that reports errors, though it weighs less as a rule. */
  readonly mayBeError?: boolean;
  /** What it finds, where deploy tools repair that or stop at it before ECS sees the file; see facts/toolBehaviour.ts. */
  readonly flaw?: Flaw;
  /** Set on a rule on what must not be empty: a tool that drops the empty value makes things no better. */
  readonly neededEvenEmpty?: boolean;
  /** Set on a rule that is broken by whatever stands in the wrong object. */
  readonly findsMisplaced?: boolean;
  /** Set on a rule whose preferred fix takes away what describe output has too much; see fixAll.ts. */
  readonly repairsDescribeOutput?: boolean;
  /** Set on a rule about the form of a file that is mended when the file is sent from the editor. */
  readonly mendedWhenSent?: boolean;
  /** Languages in which VS Code's own JSON support reports the same. */
  readonly reportedByVsCode?: readonly ('json' | 'jsonc')[];
  /** When the rule holds at all; absent means always. `likely` lowers an error to a warning. */
  applies?(subject: S): Certainty;
  check(subject: S, report: Report, context: CheckContext): void;
}
