import { AwsError } from '../aws/errors.ts';
import type { Connection } from '../aws/connection/connection.ts';
import { diagnose, type Diagnosis } from '../ecs/diagnosis/diagnose.ts';
import type { FactName, Facts, Unread } from '../ecs/diagnosis/facts.ts';
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
  for (let round = 0; ; round++) {
    const diagnosis = diagnose(facts);
    const isOpen = round < mostRounds && diagnosis.wants.length > 0;
    yield { facts, diagnosis, isOpen };
    if (!isOpen) return;
    const found = await Promise.all(diagnosis.wants.map((fact) => lookUp(connection, fact, facts, signal)));
    facts = found.reduce(withFound, facts);
  }
}

type Found = Partial<Facts> | Unread;

async function lookUp(connection: Connection, fact: FactName, facts: Facts, signal: AbortSignal): Promise<Found> {
  try {
    return { [fact]: (await readers[fact](connection, facts, signal)) ?? [] };
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind === 'aborted') throw error;
    return { fact, action: error.operation ?? fact };
  }
}

function withFound(facts: Facts, found: Found): Facts {
  if (!('fact' in found)) return { ...facts, ...found };
  return { ...facts, unread: [...(facts.unread ?? []), found] };
}
