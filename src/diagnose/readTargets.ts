import type { Connection } from '../aws/connection/connection.ts';
import type { Facts, TargetGroupFacts } from '../ecs/diagnosis/facts.ts';

/** What the load balancer asks of the targets of a service and what it found: two calls for each target group. */
export async function readTargets(
  connection: Connection,
  { task, service }: Facts,
  signal: AbortSignal,
): Promise<readonly TargetGroupFacts[] | undefined> {
  const named = /\(target-group (\S+?)\)/.exec(task?.stoppedReason ?? '')?.[1];
  const ofService = service?.loadBalancers?.flatMap(({ targetGroupArn }) => targetGroupArn ?? []) ?? [];
  const arns = named === undefined ? ofService : [named];
  return Promise.all([...new Set(arns)].map((arn) => readGroup(connection, arn, signal)));
}

async function readGroup(connection: Connection, arn: string, signal: AbortSignal): Promise<TargetGroupFacts> {
  const [{ TargetGroups: [group] = [] }, { TargetHealthDescriptions: found = [] }] = await Promise.all([
    connection.read('elasticloadbalancing', 'DescribeTargetGroups', { TargetGroupArns: [arn] }, signal),
    connection.read('elasticloadbalancing', 'DescribeTargetHealth', { TargetGroupArn: arn }, signal),
  ]);
  return {
    targetGroupArn: arn,
    name: arn.split('/')[1] ?? arn,
    path: group?.HealthCheckPath,
    matcher: group?.Matcher?.HttpCode ?? group?.Matcher?.GrpcCode,
    port: group?.HealthCheckPort,
    targetType: group?.TargetType,
    isUsed: (group?.LoadBalancerArns ?? []).length > 0,
    targets: found.map(({ Target, TargetHealth }) => ({
      id: Target?.Id ?? '',
      state: TargetHealth?.State ?? 'unknown',
      reason: TargetHealth?.Reason,
      description: TargetHealth?.Description,
    })),
  };
}
