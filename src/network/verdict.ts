import type { Cause, Judged } from './cause.ts';
import type { Destination } from './destination.ts';
import { type BalancingFacts, type ContainerDestination, judgeLoadBalancer } from './loadBalancing.ts';
import { judgeFileSystem } from './judgeFileSystem.ts';
import { judgeFrom } from './judgeService.ts';
import { type InterfacePlacement, type Speaker, speakerOf, type TaskPlacement } from './placement.ts';
import { subnetOf, type VpcFacts } from './vpc.ts';

/** Whether something is reached, from all the subnets that fare alike. */
export interface Verdict extends Judged {
  destination: Destination | ContainerDestination;
  /** By whose interface; of a container, whose is spoken to. */
  speaker: Speaker;
  subnetIds: readonly string[];
  /** Whether a public address can be had by asking for it: only Fargate gives one. */
  canHavePublicAddress: boolean;
}

/** Whether tasks reach a destination: one verdict for all subnets, or one each for those that differ. */
export function judgeDestination(facts: VpcFacts, placement: TaskPlacement, destination: Destination): Verdict[] {
  const speaker = speakerOf(placement, destination.purpose);
  return judgeAll(placement, destination, speaker, (one) =>
    destination.kind === 'fileSystem' ? judgeFileSystem(facts, one, destination) : judgeFrom(facts, one, destination),
  );
}

/** Whether the load balancer reaches the tasks. */
export function judgeContainer(
  facts: VpcFacts,
  balancing: BalancingFacts,
  placement: TaskPlacement,
  destination: ContainerDestination,
): Verdict[] {
  const speaker = placement.networkMode === 'awsvpc' ? 'task' : 'instance';
  return judgeAll(placement, destination, speaker, (one) => judgeLoadBalancer(facts, balancing, one, destination));
}

function judgeAll(
  placement: TaskPlacement,
  destination: Verdict['destination'],
  speaker: Speaker,
  judge: (one: InterfacePlacement) => Judged,
): Verdict[] {
  const common = { destination, speaker, canHavePublicAddress: placement.launch === 'FARGATE' };
  const one = (judged: Judged): Verdict[] => [{ ...common, ...judged, subnetIds: [] }];
  if (speaker === 'external') return one({ reachable: 'unknown', cause: { code: 'external' } });
  if (speaker === 'fargate') {
    return one({ reachable: 'yes', cause: { code: 'open' }, way: { kind: 'fargate', id: '' } });
  }
  const interfaces = speaker === 'task' ? placement.tasks : placement.instances;
  if (!interfaces) {
    return one({ reachable: 'unknown', cause: { code: 'unread', operations: ['ec2:DescribeNetworkInterfaces'] } });
  }
  const found = new Map<string, Verdict & { subnetIds: string[] }>();
  for (const each of interfaces) {
    const judged = judge(each);
    const key = JSON.stringify([judged.reachable, judged.way?.kind, alike(judged.cause)]);
    const known = found.get(key) ?? { ...common, ...judged, subnetIds: [] };
    if (!known.subnetIds.includes(each.subnetId)) known.subnetIds.push(each.subnetId);
    found.set(key, known);
  }
  return [...found.values()];
}

/** A cause without what only tells subnets apart. */
function alike(cause: Cause): object {
  return cause.code === 'acl' ? { ...cause, subnet: '' } : cause;
}

/** The same verdicts, those that need somebody's attention first. */
export function worstFirst(verdicts: readonly Verdict[]): Verdict[] {
  const order = ['no', 'unknown', 'yes'];
  const rank = ({ reachable }: Verdict): number => order.indexOf(reachable);
  return verdicts
    .map((verdict, index) => ({ verdict, index }))
    .sort((a, b) => rank(a.verdict) - rank(b.verdict) || a.index - b.index)
    .map(({ verdict }) => verdict);
}

/** Subnets of a placement in which no task can be started for want of an address. */
export function fullSubnets(facts: VpcFacts, { tasks }: TaskPlacement): string[] {
  return tasks.map(({ subnetId }) => subnetId).filter((id) => subnetOf(facts, id)?.AvailableIpAddressCount === 0);
}
