import type { Cause, Judgement } from '../cause.ts';
import type { Facts } from '../facts.ts';
import { failedStart, type StartFailure, type StartStep } from '../startFailure.ts';

interface StartCause extends Pick<Judgement, 'remedies' | 'wants'> {
  id: string;
  /** In the names that the words have, where they have them. */
  say: (words: string, facts: Facts) => Pick<Judgement, 'sentence' | 'short' | 'advice'> & Partial<Judgement>;
  /** Where another cause of the same step and failure speaks instead. */
  unless?: RegExp;
}

/** A cause that is a step of starting a task and how that failed. */
export function saidAtStart(step: StartStep, failure: StartFailure, { id, say, unless, ...more }: StartCause): Cause {
  return {
    id,
    about: ['task'],
    judge(facts) {
      const start = failedStart(facts);
      if (start?.step !== step || start.failure !== failure || unless?.test(start.evidence.text)) return undefined;
      return { certainty: 'certain', evidence: [start.evidence], ...say(start.evidence.text, facts), ...more };
    },
  };
}
