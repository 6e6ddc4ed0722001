import { AwsError } from '../aws/errors.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { diagnose, type Diagnosis } from '../ecs/diagnosis/diagnose.ts';
import type { FactName, Facts, Unread } from '../ecs/diagnosis/facts.ts';
import type { ReadFact } from './reader.ts';
import { readers } from './readers.ts';

/** What is known so far, and what it means. */
export interface Why {
  facts: Facts;
  diagnosis: Diagnosis;
  /** Whether more is being looked up. */
  isOpen: boolean;
}

/** Each round may show that something else would tell; what is not found out by then is not worth the calls. */
const mostRounds = 3;

/**
 * Says why, first by what is known already, then again with each round of what would change the answer. Only reads, and only what
 * is wanted. What may not be read is remembered, and makes the answer less sure.
 */
export async function* askWhy(connection: Connection, known: Facts, signal: AbortSignal): AsyncGenerator<Why> {
  let facts = known;
  const asked = new Map<FactName, Promise<unknown>>();
  const read = (async (fact) => {
    if (facts[fact] !== undefined) return facts[fact];
    const reading = asked.get(fact) ?? readers[fact](connection, facts, signal, read);
    asked.set(fact, reading);
    return reading;
  }) as ReadFact;
  const told = new Set<FactName>();
  for (let round = 0; ; round++) {
    const diagnosis = diagnose(facts);
    const wants = diagnosis.wants.filter((fact) => !told.has(fact));
    const isOpen = round < mostRounds && wants.length > 0;
    yield { facts, diagnosis, isOpen };
    if (!isOpen) return;
    const found = await Promise.all(wants.map((fact) => lookUp(fact, read)));
    for (const fact of wants) told.add(fact);
    facts = found.reduce(withFound, facts);
  }
}

type Found = Partial<Facts> | Unread;

async function lookUp(fact: FactName, read: ReadFact): Promise<Found> {
  try {
    return { [fact]: await read(fact) };
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind === 'aborted') throw error;
    return { fact, action: error.operation ?? fact };
  }
}

function withFound(facts: Facts, found: Found): Facts {
  if (!('fact' in found)) return { ...facts, ...found };
  return { ...facts, unread: [...(facts.unread ?? []), found] };
}
