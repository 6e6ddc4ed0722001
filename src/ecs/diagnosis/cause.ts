import type { FactName, Facts, Subject } from './facts.ts';

/** How sure an answer is: AWS says so; what is seen points there; it is one of several that would look like this. */
export type Certainty = 'certain' | 'likely' | 'possible';

/** Something that was seen, and where. */
export interface Evidence {
  text: string;
  /** A member or an operation: `stoppedReason`, `elasticloadbalancing:DescribeTargetHealth`. */
  from: string;
}

/** What a person can do about it with one button. */
export type Remedy =
  | 'openDefinition'
  | 'openLogs'
  | 'deployPrevious'
  | 'deployImage'
  | 'scale'
  | 'createLogGroup'
  | 'openService'
  | 'copyPolicy';

/** What a cause says where it is the one. */
export interface Judgement {
  certainty: Certainty;
  /** One sentence that a person can repeat: what happened, in the names of this account. */
  sentence: string;
  /** A few words for a row. */
  short: string;
  /** What to do, in one sentence or two. */
  advice: string;
  evidence: readonly Evidence[];
  /** Set where nothing failed: somebody wanted it so. */
  isWanted?: boolean;
  remedies?: readonly Remedy[];
  /** What would make it surer, or tell it from others. */
  wants?: readonly FactName[];
}

/** Something that keeps tasks from running as they should. */
export interface Cause {
  /** Stable, such as `image-not-found`. */
  id: string;
  about: readonly Subject[];
  /** Set on a cause that only speaks where no other does. */
  isLast?: boolean;
  /** Undefined where it is not the cause, or nothing that is known says so. */
  judge(facts: Facts): Judgement | undefined;
}

/** A judgement with the cause that it is of. */
export interface Answer extends Judgement {
  cause: string;
}
