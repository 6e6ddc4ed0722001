import type { Memento } from 'vscode';

/** A deployment as it is kept over a reload of the window. */
export interface PendingDeployment {
  profile: string;
  region: string;
  /** Twelve digits. */
  account: string;
  clusterArn: string;
  serviceArn: string;
  serviceName: string;
  /** `ecs-svc/…` */
  deploymentId: string;
  /** `family:revision` that it brings. */
  revision: string;
  /** What the person wanted: a rollback that rolls back is a success. */
  intent: 'deploy' | 'rollBack';
  /** Epoch milliseconds. */
  startedAt: number;
  /** ARN of its entry in the service's history, once known. */
  arn?: string | undefined;
}

const key = 'pendingDeployments';

/** ECS ends a deployment after thirty days at the latest. */
const longest = 30 * 24 * 3_600_000;

/** The deployments whose end nobody has been told yet. */
export function pendingDeployments(memory: Memento, now: number): PendingDeployment[] {
  return memory.get<PendingDeployment[]>(key, []).filter(({ startedAt }) => now - startedAt < longest);
}

export async function keepDeployment(memory: Memento, deployment: PendingDeployment): Promise<void> {
  await memory.update(key, [...others(memory, deployment.deploymentId), deployment]);
}

export async function forgetDeployment(memory: Memento, deploymentId: string): Promise<void> {
  await memory.update(key, others(memory, deploymentId));
}

function others(memory: Memento, deploymentId: string): PendingDeployment[] {
  return memory.get<PendingDeployment[]>(key, []).filter((one) => one.deploymentId !== deploymentId);
}
