import type { Service, ServiceDeployment } from '@aws-sdk/client-ecs';
import { isOver, judgeDeployment, type Rollout, underWay, type Watched } from '../../ecs/deployment/rollout.ts';
import type { Connection } from '../connection/connection.ts';
import { DeploymentHistory } from './deploymentHistory.ts';
import type { AwsError } from '../errors.ts';
import { findService } from '../read/services.ts';
import { watch, type WatchOptions } from './watch.ts';

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

/**
 * Follows one deployment until it completed, failed, was rolled back or replaced: DescribeServices and, where it is
 * allowed, DescribeServiceDeployments per look.
 */
export function watchRollout(
  connection: Connection,
  target: WatchTarget,
  options: WatchOptions = {},
): AsyncGenerator<RolloutSample> {
  const { signal, timer = connection.timer } = options;
  const watched: Watched = { id: target.deploymentId, createdAt: target.createdAt, missed: 0 };
  const history = new DeploymentHistory(connection, target, target);
  const look = async () => {
    const service = await findService(connection, target.cluster, target.service, signal);
    const own = service?.deployments?.find(({ id }) => id === watched.id);
    watched.missed = own ? 0 : (watched.missed ?? 0) + 1;
    watched.createdAt = own?.createdAt ?? watched.createdAt;
    const record = await history.fetch(service, signal);
    const rollout = judgeDeployment({ service, record }, watched, timer.now() + connection.clockOffset);
    if (rollout.state === 'rolledBack') watched.failed = { reason: rollout.reason };
    return { sample: { rollout, service, record }, over: isOver(rollout) };
  };
  return watch<RolloutSample>(connection, { rollout: underWay(), service: undefined }, look, options);
}
