import type { DeploymentLifecycleHookDetail, ServiceDeployment } from '@aws-sdk/client-ecs';

/** The hook at which a deployment waits for somebody's answer, if it does. */
export function waitingHook({
  lifecycleHookDetails = [],
}: ServiceDeployment): DeploymentLifecycleHookDetail | undefined {
  return lifecycleHookDetails.find(({ status }) => status === 'AWAITING_ACTION');
}
