import type { Listener, LoadBalancer, Rule, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { BalancingFacts } from '../../../network/loadBalancing.ts';
import type { FrugalReads } from './frugalReads.ts';

/** As many load balancers are described by their ARNs at once. */
const mostByArn = 20;

/** The target groups that are named, and the load balancers in front of them. */
export async function readBalancing(reads: FrugalReads, groupArns: readonly string[]): Promise<BalancingFacts> {
  if (groupArns.length === 0) return { targetGroups: [], loadBalancers: [] };
  const targetGroups = await readTargetGroups(reads, groupArns);
  const arns = [...new Set(targetGroups?.flatMap(({ LoadBalancerArns = [] }) => LoadBalancerArns))];
  return { targetGroups, loadBalancers: targetGroups && (await readLoadBalancers(reads, arns)) };
}

async function readTargetGroups(reads: FrugalReads, arns: readonly string[]): Promise<TargetGroup[] | undefined> {
  // One that is gone fails the request for all: of several, each that is there is wanted.
  const input = arns.length === 1 ? { TargetGroupArns: [...arns] } : {};
  const found = await reads.list('elasticloadbalancing', 'DescribeTargetGroups', input, (page) => page.TargetGroups);
  return found?.filter(({ TargetGroupArn = '' }) => arns.includes(TargetGroupArn));
}

async function readLoadBalancers(reads: FrugalReads, arns: readonly string[]): Promise<LoadBalancer[] | undefined> {
  if (arns.length === 0) return [];
  const input = arns.length <= mostByArn ? { LoadBalancerArns: [...arns] } : {};
  const found = await reads.list('elasticloadbalancing', 'DescribeLoadBalancers', input, (page) => page.LoadBalancers);
  return found?.filter(({ LoadBalancerArn = '' }) => arns.includes(LoadBalancerArn));
}

/**
 * The listeners of the load balancers, and the rules of those that lead elsewhere by default: of one service alone, for
 * each is a request.
 */
export async function readListeners(reads: FrugalReads, facts: BalancingFacts): Promise<BalancingFacts> {
  const { targetGroups = [], loadBalancers = [] } = facts;
  const listeners: Listener[] = [];
  for (const { LoadBalancerArn } of loadBalancers) {
    if (!reads.may('elasticloadbalancing')) return facts;
    const found = await reads.list(
      'elasticloadbalancing',
      'DescribeListeners',
      { LoadBalancerArn },
      (page) => page.Listeners,
    );
    if (!found) return facts;
    listeners.push(...found);
  }
  const arns = targetGroups.map(({ TargetGroupArn }) => TargetGroupArn);
  if (listeners.some(({ DefaultActions = [] }) => DefaultActions.some((one) => arns.includes(one.TargetGroupArn)))) {
    return { ...facts, listeners, rules: [] };
  }
  const rules: Rule[] = [];
  for (const { ListenerArn } of listeners) {
    if (!reads.may('elasticloadbalancing')) break;
    const found = await reads.list('elasticloadbalancing', 'DescribeRules', { ListenerArn }, (page) => page.Rules);
    rules.push(...(found ?? []));
  }
  return { ...facts, listeners, rules };
}
