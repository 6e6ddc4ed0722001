import type { Service, ServiceDeployment } from '@aws-sdk/client-ecs';
import { isOver, judgeDeployment, type Rollout, underWay, type Watched } from '../../ecs/deployment/rollout.ts';
import type { Connection } from '../connection/connection.ts';
import { DeploymentRecord } from './deploymentHistory.ts';
import { AwsError } from '../errors.ts';
import type { Timer } from '../timer.ts';
import { fetchServicesByName } from '../read/services.ts';

/** One look at a deployment. `problem` is set, and the rest is the last that was known, while AWS cannot be asked. */
export interface RolloutSample {
  rollout: Rollout;
  service: Service | undefined;
  /** The entry in the service's history, where it can be read. */
  record?: ServiceDeployment | undefined;
  problem?: AwsError;
}

/** The deployment to follow. `arn` and `createdAt` find it in the history after the service has moved on. */
export interface WatchTarget {
  cluster: string;
  service: string;
  deploymentId: string;
  arn?: string | undefined;
  createdAt?: Date | undefined;
}

export interface WatchOptions {
  signal?: AbortSignal;
  timer?: Timer;
  /** Milliseconds between looks. */
  interval?: number;
}

/**
 * Follows one deployment until it completed, failed, was rolled back or replaced: DescribeServices and, where it is
 * allowed, DescribeServiceDeployments per look. A failing look is yielded as a problem and tried again, since the
 * deployment goes on without us.
 */
export async function* watchRollout(
  connection: Connection,
  target: WatchTarget,
  options: WatchOptions = {},
): AsyncGenerator<RolloutSample> {
  const { signal, timer = connection.timer, interval = 5000 } = options;
  const watched: Watched = { id: target.deploymentId, createdAt: target.createdAt, missed: 0 };
  const history = new DeploymentRecord(connection, target, target);
  let last: RolloutSample = { rollout: underWay(), service: undefined };
  for (let failures = 0; ;) {
    try {
      const [service] = await fetchServicesByName(connection, target.cluster, [target.service], signal);
      const own = service?.deployments?.find(({ id }) => id === watched.id);
      watched.missed = own ? 0 : (watched.missed ?? 0) + 1;
      watched.createdAt = own?.createdAt ?? watched.createdAt;
      const record = await history.fetch(service, signal);
      const rollout = judgeDeployment({ service, record }, watched, timer.now() + connection.clockOffset);
      if (rollout.state === 'rolledBack') watched.failed = { reason: rollout.reason };
      last = { rollout, service, record };
      failures = 0;
    } catch (error) {
      if (!(error instanceof AwsError) || error.kind === 'aborted') throw error;
      last = { ...last, problem: error };
      failures++;
    }
    yield last;
    if (!last.problem && isOver(last.rollout)) return;
    await timer.sleep(interval * Math.min(6, 1 + failures), signal);
  }
}
