import * as l10n from '@vscode/l10n';
import type { Cause, Judgement } from '../cause.ts';
import type { Facts } from '../facts.ts';
import type { StartStep } from '../startFailure.ts';
import { saidAtStart } from './saidAtStart.ts';

/** What a task needs before its containers start, and cannot reach. */
interface OutOfReach {
  id: string;
  step: StartStep;
  /** As the facts of the network name it. */
  destination: string;
  sentence: () => string;
  short: () => string;
}

export function outOfReach({ id, step, destination, sentence, short }: OutOfReach): Cause {
  return saidAtStart(step, 'unreachable', {
    id,
    say: (words, facts) => ({
      ...wayOut(facts, [destination]),
      sentence: sentence(),
      short: short(),
      evidence: [{ text: words, from: 'stoppedReason' }, ...reachEvidence(facts, [destination])],
    }),
    remedies: ['openService'],
    wants: ['reach'],
  });
}

/** What to do where something is out of reach: the repair that the network itself shows, else where to look. */
export function wayOut(facts: Facts, destinations: readonly string[]): Pick<Judgement, 'advice'> {
  const closed = facts.reach?.find(
    ({ destination, isReachable }) => destinations.includes(destination) && isReachable === false,
  );
  return {
    advice: closed?.repair
      ? l10n.t('{0} {1}', closed.reason, closed.repair)
      : l10n.t(
          'Its subnets need a way there: a public IP address in a public subnet, a NAT gateway, or VPC endpoints; and its security groups have to let port 443 out.',
        ),
  };
}

export function reachEvidence({ reach = [] }: Facts, destinations: readonly string[]): Judgement['evidence'] {
  return reach
    .filter(({ destination }) => destinations.includes(destination))
    .map(({ reason }) => ({ text: reason, from: 'ec2:DescribeRouteTables' }));
}
