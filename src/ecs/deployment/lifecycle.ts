import type { DeploymentLifecycleHookDetail, ServiceDeployment } from '@aws-sdk/client-ecs';

/** Stages of a deployment that shifts traffic, in their order; those that shift it repeat with each step. */
export const lifecycleStages = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
  'BAKE_TIME',
  'CLEAN_UP',
] as const;

/** Minutes of bake time that are left, by when the stage was first seen. Undefined outside of it. */
export function bakeMinutesLeft(
  stage: { name: string; since: number } | undefined,
  bakeTimeInMinutes: number | undefined,
  now: number,
): number | undefined {
  if (stage?.name !== 'BAKE_TIME' || !bakeTimeInMinutes) return undefined;
  return Math.max(0, Math.ceil(bakeTimeInMinutes - (now - stage.since) / 60_000));
}

/** The hook at which a deployment waits for somebody's answer, if it does. */
export function waitingHook({
  lifecycleHookDetails = [],
}: ServiceDeployment): DeploymentLifecycleHookDetail | undefined {
  return lifecycleHookDetails.find(({ status }) => status === 'AWAITING_ACTION');
}
