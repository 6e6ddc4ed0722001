import { catalogue } from './catalogue.ts';
import type { Answer, Certainty } from './cause.ts';
import type { FactName, Facts } from './facts.ts';

/** Why something is as it is, as far as it is known. */
export interface Diagnosis {
  /** The likeliest first; one alone where it is certain. Empty where nothing that is known tells. */
  answers: readonly Answer[];
  /** Facts that would change it, the most telling first: none that is known, or could not be read. */
  wants: readonly FactName[];
}

const order: readonly Certainty[] = ['certain', 'likely', 'possible'];

/** Judges by what is known so far; whoever looks more up asks again. */
export function diagnose(facts: Facts): Diagnosis {
  const found = catalogue
    // What is said of tasks is said of their service, too: by one that failed, and by its events.
    .filter(({ about }) => about.includes(facts.subject) || about.includes('task'))
    .flatMap((cause) => {
      const judgement = cause.judge(facts);
      return judgement ? [{ isLast: cause.isLast === true, answer: { cause: cause.id, ...judgement } }] : [];
    });
  const particular = found.filter(({ isLast }) => !isLast);
  const ranked: Answer[] = (particular.length > 0 ? particular : found)
    .map(({ answer }) => answer)
    .sort((a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty));
  const [first] = ranked;
  const answers = first?.certainty === 'certain' ? [first] : ranked;
  const unread = new Set(facts.unread?.map(({ fact }) => fact));
  const wants = new Set(answers.flatMap((answer) => answer.wants ?? []));
  return { answers, wants: [...wants].filter((fact) => facts[fact] === undefined && !unread.has(fact)) };
}
