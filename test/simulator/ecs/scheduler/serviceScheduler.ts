import type { DeploymentLifecycleHookAction } from '@aws-sdk/client-ecs';
import type { Timer } from '../../timerHeap.ts';
import type { DeploymentState } from '../deploymentState.ts';
import type { ServiceState } from '../serviceState.ts';
import type { TaskState } from '../taskState.ts';
import { failureThreshold } from './circuitBreaker.ts';
import { completeDeployment } from './deployments.ts';
import { addEvent, eventTexts } from './events.ts';
import { failByAlarm, failByBreaker, giveUp } from './rollback.ts';
import { RollingDeployer } from './rollingDeployer.ts';
import { StagedDeployer } from './stagedDeployer.ts';
import { TargetHealth } from './targetHealth.ts';
import { TaskSupply } from './taskSupply.ts';

const STEADY_AGAIN_MS = 6 * 3_600_000;

/** What of a task's life concerns its service. */
export type TaskChange = 'running' | 'health' | 'draining' | 'stopping' | 'stopped';

/** Keeps one service at its desired count and moves its deployments along. It acts a moment after something changed. */
export class ServiceScheduler {
  readonly #service: ServiceState;
  readonly #supply: TaskSupply;
  readonly #targets: TargetHealth;
  readonly #rolling: RollingDeployer;
  readonly #staged: StagedDeployer;
  #wake: Timer | undefined;
  #steadyTimer: Timer | undefined;
  #steady = false;

  constructor(service: ServiceState) {
    this.#service = service;
    this.#supply = new TaskSupply(service);
    this.#targets = new TargetHealth(service);
    this.#rolling = new RollingDeployer(service, this.#supply);
    this.#staged = new StagedDeployer(service, this.#supply);
    service.scheduler = this;
  }

  /** Looks at the service soon; several pokes make one look. */
  poke(delay = this.#service.cluster.ecs.timings.scheduler): void {
    if (this.#wake) return;
    this.#wake = this.#service.cluster.ecs.clock.after(delay, () => {
      this.#wake = undefined;
      this.#run();
    });
  }

  /** A new deployment has come, or the desired count is another one. */
  changed(): void {
    this.#unsettle();
    this.#supply.resetThrottle();
    this.poke();
  }

  taskChanged(task: TaskState, change: TaskChange): void {
    if (change === 'running') this.#taskRunning(task);
    if (change === 'health') this.#taskHealth(task);
    if (change === 'draining') this.#targets.deregister(task);
    if (change === 'stopping') this.#taskStopping(task);
    this.poke();
  }

  /** Continues or rolls back a deployment that waits in a paused hook; false when there is none with this id. */
  resolveHook(hookId: string, action: DeploymentLifecycleHookAction): boolean {
    return this.#staged.resolveHook(hookId, action);
  }

  /** Ends the running deployment because somebody asked for it. */
  stopDeployment(deployment: DeploymentState, back: boolean): void {
    const { record } = deployment;
    const now = this.#service.cluster.ecs.clock.date();
    record.status = back ? 'ROLLBACK_REQUESTED' : 'STOP_REQUESTED';
    record.updatedAt = now;
    record.stoppedAt = now;
    this.poke();
  }

  /** The service is as it should be; used to seed accounts. */
  assumeSteady(): void {
    this.#steady = true;
    this.#repeatSteady();
  }

  #run(): void {
    const service = this.#service;
    if (service.status !== 'ACTIVE') {
      this.#wind();
      return;
    }
    const { primary } = service;
    if (!primary || this.#interrupted(primary)) return;
    if (primary.record.status === 'PENDING') {
      primary.record.status = 'IN_PROGRESS';
      primary.record.startedAt = service.cluster.ecs.clock.date();
    }
    if (this.#staged.handles(primary)) {
      if (this.#staged.step(primary)) this.#conclude(primary);
      return;
    }
    if (this.#rolling.step(primary)) this.#unsettle();
    this.#conclude(primary);
  }

  /** Whether somebody or an alarm put an end to the running deployment just now. */
  #interrupted(primary: DeploymentState): boolean {
    const service = this.#service;
    const { status } = primary.record;
    const requested = status === 'ROLLBACK_REQUESTED' || status === 'STOP_REQUESTED';
    const alarm = this.#alarm(primary);
    if (!requested && alarm === undefined) return false;
    this.#staged.abandon();
    if (requested)
      giveUp(service, primary, 'Service deployment was stopped by the user.', status === 'ROLLBACK_REQUESTED');
    else failByAlarm(service, primary, alarm ?? '');
    this.changed();
    return true;
  }

  #alarm(primary: DeploymentState): string | undefined {
    const { alarms } = this.#service.settings.deploymentConfiguration;
    if (!alarms?.enable || primary.rolloutState !== 'IN_PROGRESS' || primary.record.rollback) return undefined;
    return alarms.alarmNames?.find((name) => this.#service.cluster.ecs.health.alarms.has(name));
  }

  #conclude(primary: DeploymentState): void {
    const service = this.#service;
    if (!this.#settledAt(primary) || this.#rollingBackStill(primary)) return;
    if (primary.rolloutState === 'IN_PROGRESS') {
      primary.desiredCount = this.#supply.target();
      completeDeployment(service, primary);
      addEvent(service, eventTexts.completed(primary.id));
    }
    if (this.#steady || primary.rolloutState !== 'COMPLETED') return;
    this.#steady = true;
    addEvent(service, eventTexts.steady());
    this.#repeatSteady();
  }

  #rollingBackStill(primary: DeploymentState): boolean {
    const { clock, timings } = this.#service.cluster.ecs;
    const since = primary.record.rollback?.startedAt;
    if (!since || primary.rolloutState !== 'IN_PROGRESS') return false;
    const left = since.getTime() + timings.rollback - clock.now();
    if (left > 0) clock.after(left, () => this.poke(0));
    return left > 0;
  }

  #settledAt(primary: DeploymentState): boolean {
    const own = this.#supply.wanted(primary);
    if (own.length !== this.#supply.target() || !own.every((task) => task.healthy)) return false;
    return ![...this.#service.tasks].some((task) => task.deployment !== primary && (task.wanted || task.executing));
  }

  #taskRunning(task: TaskState): void {
    if (task.deployment) task.deployment.everRan = true;
    this.#supply.resetThrottle();
    this.#targets.register(task);
  }

  #taskHealth(task: TaskState): void {
    if (task.wanted && task.data.healthStatus === 'UNHEALTHY') {
      addEvent(this.#service, eventTexts.unhealthyContainer(task));
      task.life.stop('ServiceSchedulerInitiated', 'Task failed container health checks');
      return;
    }
    const { deployment } = task;
    if (!task.healthy || !deployment) return;
    const { resetOnHealthyTask = true } = this.#service.settings.deploymentConfiguration.deploymentCircuitBreaker ?? {};
    if (resetOnHealthyTask) this.#countFailures(deployment, 0);
  }

  #taskStopping(task: TaskState): void {
    this.#unsettle();
    const { deployment } = task;
    if (!deployment || task.accounted) return;
    task.accounted = true;
    const { stopCode, stoppedReason = '' } = task.data;
    if (stopCode === 'TaskFailedToStart') this.#supply.noteStartFailure(stoppedReason);
    const unhealthy = /failed (container|ELB) health checks/.test(stoppedReason);
    if (unhealthy) this.#supply.noteUnhealthy();
    if (stopCode === 'TaskFailedToStart' || stopCode === 'EssentialContainerExited' || unhealthy) {
      this.#countFailures(deployment, deployment.failedTasks + 1);
    }
  }

  #countFailures(deployment: DeploymentState, count: number): void {
    if (deployment.rolloutState !== 'IN_PROGRESS' || deployment.failedTasks === count) return;
    const { settings, desiredCount, cluster } = this.#service;
    deployment.failedTasks = count;
    deployment.updatedAt = cluster.ecs.clock.date();
    const breaker = settings.deploymentConfiguration.deploymentCircuitBreaker;
    if (deployment.record.deploymentCircuitBreaker) deployment.record.deploymentCircuitBreaker.failureCount = count;
    const rollingBack = deployment.record.rollback !== undefined;
    if (!breaker?.enable || deployment.tripping || rollingBack) return;
    if (count < failureThreshold(settings.deploymentConfiguration, desiredCount)) return;
    deployment.tripping = true;
    cluster.ecs.clock.after(cluster.ecs.timings.breakerTrips, () => this.#trip(deployment));
  }

  #trip(deployment: DeploymentState): void {
    deployment.tripping = false;
    if (deployment !== this.#service.primary || deployment.rolloutState !== 'IN_PROGRESS') return;
    this.#staged.abandon();
    failByBreaker(this.#service, deployment);
    this.changed();
  }

  /** A service that is being deleted: its tasks go, then it is INACTIVE. */
  #wind(): void {
    const service = this.#service;
    const live = [...service.tasks].filter((task) => task.data.lastStatus !== 'STOPPED');
    for (const task of live) {
      const reason = `Scaling activity initiated by (deployment ${task.deployment?.id})`;
      task.life.stop('ServiceSchedulerInitiated', reason);
    }
    if (live.length > 0) return;
    service.status = 'INACTIVE';
    service.deployments = [];
    this.#unsettle();
  }

  #unsettle(): void {
    this.#steady = false;
    this.#steadyTimer?.cancel();
  }

  #repeatSteady(): void {
    this.#steadyTimer?.cancel();
    this.#steadyTimer = this.#service.cluster.ecs.clock.every(STEADY_AGAIN_MS, () => {
      addEvent(this.#service, eventTexts.steady());
    });
  }
}
