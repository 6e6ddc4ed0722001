import type { Service, Task } from '@aws-sdk/client-ecs';
import { AwsError } from '../../../aws/errors.ts';
import { fetchStoppedTasks } from '../../../aws/read/stoppedTasks.ts';
import { failedTasks } from '../../../ecs/task/deploymentTasks.ts';
import { diagnoseStop } from '../../../ecs/diagnosis/stopDiagnosis.ts';
import type { FollowedDeployment } from '../followedDeployment.ts';
import { fetchLastLines } from '../../../logs/taskLogLines.ts';
import type { TaskFailure } from './deploymentSummary.ts';

/** Failed tasks that are shown; the newest tell most. */
const most = 5;
const lines = 8;

/** Finds out which tasks of a deployment failed, and reads each one's last lines. A task is read again until it has stopped. */
export class FailureCollector {
  readonly #followed: FollowedDeployment;
  readonly #known = new Map<string, TaskFailure>();
  #seen = '';

  constructor(followed: FollowedDeployment) {
    this.#followed = followed;
  }

  /** All failures so far, newest first. */
  get failures(): TaskFailure[] {
    return [...this.#known.values()].sort((a, b) => b.at - a.at).slice(0, most);
  }

  /** Looks for failures when the service shows a sign of new ones. */
  async sample(service: Service, signal: AbortSignal): Promise<void> {
    const { connection, deployment } = this.#followed;
    const sign = this.#sign(service);
    if (sign === this.#seen) return;
    try {
      const query = { cluster: deployment.clusterArn, service: deployment.serviceName };
      const stopped = await fetchStoppedTasks(connection, query, signal);
      const failed = failedTasks(stopped, deployment.deploymentId).slice(0, most);
      await Promise.all(failed.map((task) => this.#add(task, signal)));
      this.#seen = failed.every(({ lastStatus }) => lastStatus === 'STOPPED') ? sign : '';
    } catch (error) {
      if (!(error instanceof AwsError) || error.kind === 'aborted') throw error;
    }
  }

  /** Changes with every event and every failed task, and stays the same while nothing happens. */
  #sign({ events = [], deployments = [] }: Service): string {
    const own = deployments.find(({ id }) => id === this.#followed.deployment.deploymentId);
    return [events[0]?.id, own?.failedTasks, own?.runningCount, own?.pendingCount, own?.rolloutState].join('|');
  }

  async #add(task: Task, signal: AbortSignal): Promise<void> {
    const { taskArn = '', stoppedAt, stoppingAt, lastStatus } = task;
    const known = this.#known.get(taskArn);
    if (known && known.logs.length > 0 && lastStatus !== 'STOPPED') return;
    const logs = await fetchLastLines(this.#followed.connection, task, { lines, signal });
    const at = (stoppedAt ?? stoppingAt ?? new Date()).getTime();
    this.#known.set(taskArn, { taskArn, at, ...diagnoseStop(task), logs });
  }
}
