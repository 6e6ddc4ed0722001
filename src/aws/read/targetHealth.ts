import type { Service } from '@aws-sdk/client-ecs';
import type { Connection } from '../connection/connection.ts';
import { AwsError } from '../errors.ts';

/** How a load balancer judges the targets of one target group. */
export interface TargetGroupHealth {
  name: string;
  /** Targets by state: `healthy`, `unhealthy`, `initial`, `draining` … */
  counts: Record<string, number>;
  /** Why targets are not healthy, in the load balancer's words, each once. */
  reasons: string[];
}

/** Health of all target groups of a service, one call each; empty where it may not be read. */
export async function fetchTargetHealth(
  connection: Connection,
  service: Service,
  signal?: AbortSignal,
): Promise<TargetGroupHealth[]> {
  const groups = (service.loadBalancers ?? []).flatMap(({ targetGroupArn, advancedConfiguration }) => [
    targetGroupArn,
    advancedConfiguration?.alternateTargetGroupArn,
  ]);
  const arns = [...new Set(groups)].filter((arn) => arn !== undefined);
  try {
    return await Promise.all(arns.map((arn) => fetchGroupHealth(connection, arn, signal)));
  } catch (error) {
    if (error instanceof AwsError && error.kind !== 'aborted') return [];
    throw error;
  }
}

async function fetchGroupHealth(connection: Connection, arn: string, signal?: AbortSignal): Promise<TargetGroupHealth> {
  const input = { TargetGroupArn: arn };
  const answer = await connection.read('elasticloadbalancing', 'DescribeTargetHealth', input, signal);
  const counts: Record<string, number> = {};
  const reasons = new Set<string>();
  for (const { TargetHealth: health } of answer.TargetHealthDescriptions ?? []) {
    const state = health?.State ?? 'unknown';
    counts[state] = (counts[state] ?? 0) + 1;
    if (state === 'unhealthy') reasons.add(health?.Description ?? health?.Reason ?? '');
  }
  return { name: arn.split('/')[1] ?? arn, counts, reasons: [...reasons].filter(Boolean) };
}
