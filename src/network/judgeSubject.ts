import { containerDestinations } from './loadBalancing.ts';
import { type NetworkFacts, type NetworkSubject, vpcOf } from './subject.ts';
import { fullSubnets, judgeContainer, judgeDestination, type Verdict, worstFirst } from './verdict.ts';
import type { VpcFacts } from './vpc.ts';

/** What a network comes to for one service, run or task. */
export interface SubjectNetwork {
  subject: NetworkSubject;
  vpc: VpcFacts;
  /** Those that need somebody's attention first. */
  verdicts: readonly Verdict[];
  /** Subnets in which no task can be started for want of an address. */
  fullSubnets: readonly string[];
}

/** Judges all that a subject has to reach, and whether its load balancers reach it. */
export function judgeSubject(facts: NetworkFacts, subject: NetworkSubject): SubjectNetwork {
  const vpc = vpcOf(facts, subject);
  const { placement } = subject;
  const verdicts = [
    ...subject.destinations.flatMap((one) => judgeDestination(vpc, placement, one)),
    ...subject.balanced
      .flatMap((one) => containerDestinations(facts.balancing, one))
      .flatMap((one) => judgeContainer(vpc, facts.balancing, placement, one)),
  ];
  return { subject, vpc, verdicts: worstFirst(verdicts), fullSubnets: fullSubnets(vpc, placement) };
}
