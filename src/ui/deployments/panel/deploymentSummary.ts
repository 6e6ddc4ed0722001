import type { Deployment, Service, ServiceRevision } from '@aws-sdk/client-ecs';
import type { RolloutSample } from '../../../aws/watch/watchRollout.ts';
import type { TargetGroupHealth } from '../../../aws/read/targetHealth.ts';
import type { StopDiagnosis } from '../../../ecs/diagnosis/stopDiagnosis.ts';
import type { CountSample } from '../../../ecs/deployment/countSamples.ts';
import type { PendingDeployment } from '../pendingDeployments.ts';
import type { ContainerLines } from '../../../logs/taskLogLines.ts';

/** A task of the deployment that failed, with why. */
export interface TaskFailure extends StopDiagnosis {
  taskArn: string;
  /** Epoch milliseconds. */
  at: number;
  logs: ContainerLines[];
}

/** Everything that the view of a deployment shows. */
export interface DeploymentSummary {
  deployment: PendingDeployment;
  sample: RolloutSample;
  samples: readonly CountSample[];
  /** `family:revision` of every deployment that was seen, by id: one that is rolled back vanishes from the service. */
  names: Readonly<Record<string, string>>;
  /** The deployment itself as the service last showed it. */
  lastSeen?: Deployment | undefined;
  stage: { name: string; since: number } | undefined;
  failures: readonly TaskFailure[];
  health: readonly TargetGroupHealth[];
  /** Service revisions that the history's entry names, for their task definitions. */
  revisions: readonly ServiceRevision[];
  /** Why AWS cannot be asked at the moment. */
  problem: string | undefined;
  /** How it stands, in a sentence. */
  headline: string;
  /** Epoch milliseconds. */
  now: number;
}

/** Events since the deployment began, newest first; of one that is over, those until its end. */
export function eventsOf({ deployment, sample }: DeploymentSummary): NonNullable<Service['events']> {
  const from = deployment.startedAt - 2000;
  const to = sample.record?.finishedAt?.getTime();
  return (sample.service?.events ?? []).filter(({ createdAt }) => {
    const at = createdAt?.getTime() ?? 0;
    return at >= from && (to === undefined || at <= to + 60_000);
  });
}
