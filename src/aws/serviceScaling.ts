import type { ScalableTarget, ScalingPolicy } from '@aws-sdk/client-application-auto-scaling';
import type { Connection } from './connection.ts';

/** How a service is scaled: between which counts, and by which policies. */
export interface ServiceScaling {
  /** Undefined when the service's desired count is nobody's but the person's. */
  target: ScalableTarget | undefined;
  policies: ScalingPolicy[];
}

/** Reads what Application Auto Scaling knows of a service: two calls. `service` is its ARN. */
export async function fetchServiceScaling(
  connection: Connection,
  service: string,
  signal?: AbortSignal,
): Promise<ServiceScaling> {
  const resourceId = service.slice(service.indexOf(':service/') + 1);
  const of = { ServiceNamespace: 'ecs' as const, ScalableDimension: 'ecs:service:DesiredCount' as const };
  const [targets, policies] = await Promise.all([
    connection.read('application-autoscaling', 'DescribeScalableTargets', { ...of, ResourceIds: [resourceId] }, signal),
    connection.read('application-autoscaling', 'DescribeScalingPolicies', { ...of, ResourceId: resourceId }, signal),
  ]);
  return { target: targets.ScalableTargets?.[0], policies: policies.ScalingPolicies ?? [] };
}
