import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';

const LEAST = 3;
const MOST = 200;

/** How many failed tasks in a row the deployment circuit breaker lets pass. */
export function failureThreshold(configuration: DeploymentConfiguration, desired: number): number {
  const { type, value } = configuration.deploymentCircuitBreaker?.thresholdConfiguration ?? {};
  if (type === 'COUNT') return value ?? LEAST;
  const share = Math.ceil((desired * (value ?? 50)) / 100);
  return type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(MOST, Math.max(LEAST, share));
}
