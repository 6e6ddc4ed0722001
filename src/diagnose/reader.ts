import type { Connection } from '../aws/connection/connection.ts';
import type { FactName, Facts, LookedUpFacts } from '../ecs/diagnosis/facts.ts';

/** A fact that another builds on, read once for an answer; undefined where there is none. */
export type ReadFact = <Fact extends FactName>(fact: Fact) => Promise<LookedUpFacts[Fact] | undefined>;

/** Looks one fact up; undefined where there is none to look up. */
export type Reader<Fact extends FactName> = (
  connection: Connection,
  facts: Facts,
  signal: AbortSignal,
  read: ReadFact,
) => Promise<LookedUpFacts[Fact] | undefined>;
