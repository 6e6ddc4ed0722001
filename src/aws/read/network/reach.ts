import type { Connection } from '../../connection/connection.ts';
import type { ReachFacts } from '../../../ecs/diagnosis/facts.ts';
import { judgeSubject } from '../../../network/judgeSubject.ts';
import { reachFacts } from '../../../network/reach.ts';
import type { NetworkSubject } from '../../../network/subject.ts';
import { fetchNetworkFacts, type NetworkOptions } from './networkFacts.ts';

/** Whether one service or task reaches what it needs, in sentences, and the operations that would have told more. */
export async function fetchReach(
  connection: Connection,
  subject: NetworkSubject,
  options: NetworkOptions,
): Promise<{ reach: ReachFacts[]; unread: readonly string[] }> {
  const facts = await fetchNetworkFacts(connection, [subject], options);
  return { reach: facts.subjects.flatMap((one) => reachFacts(judgeSubject(facts, one))), unread: facts.unread };
}
