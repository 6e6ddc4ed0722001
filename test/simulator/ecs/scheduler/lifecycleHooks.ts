import type {
  DeploymentLifecycleHook,
  DeploymentLifecycleHookAction,
  DeploymentLifecycleHookDetail,
} from '@aws-sdk/client-ecs';
import type { DeploymentState } from '../deploymentState.ts';
import type { ServiceState } from '../serviceState.ts';
import type { Timer } from '../../timerHeap.ts';
import type { Stage } from './stagePlan.ts';

const DEFAULT_TIMEOUT_MINUTES = 1440;

type Outcome = 'waiting' | 'done' | { rollBack: string };

/** The hooks of one stage: Lambda functions that answer by themselves, pauses that wait for ContinueServiceDeployment. */
export class StageHooks {
  readonly #service: ServiceState;
  readonly #stage: Stage;
  readonly #details: DeploymentLifecycleHookDetail[] = [];
  readonly #timers: Timer[] = [];
  #rollBack: string | undefined;

  constructor(service: ServiceState, deployment: DeploymentState, stage: Stage) {
    this.#service = service;
    this.#stage = stage;
    const hooks = service.settings.deploymentConfiguration.lifecycleHooks ?? [];
    for (const hook of hooks) {
      if (hook.lifecycleStages?.some((each) => each === stage)) this.#begin(hook, deployment);
    }
  }

  get outcome(): Outcome {
    if (this.#rollBack !== undefined) return { rollBack: this.#rollBack };
    return this.#details.every((detail) => detail.status === 'SUCCEEDED' || detail.status === 'TIMED_OUT')
      ? 'done'
      : 'waiting';
  }

  /** Continues or rolls back a paused hook; false when there is none with this id that waits. */
  resolve(hookId: string, action: DeploymentLifecycleHookAction): boolean {
    const detail = this.#details.find((each) => each.hookId === hookId && each.status === 'AWAITING_ACTION');
    if (!detail) return false;
    detail.status = action === 'CONTINUE' ? 'SUCCEEDED' : 'FAILED';
    if (action === 'ROLLBACK')
      this.#rollBack = `Service deployment rolled back because ${this.#stage} lifecycle hook(s) was rolled back.`;
    this.#service.scheduler.poke();
    return true;
  }

  cancel(): void {
    for (const timer of this.#timers) timer.cancel();
  }

  #begin(hook: DeploymentLifecycleHook, deployment: DeploymentState): void {
    const { clock, random, timings } = this.#service.cluster.ecs;
    const pause = hook.targetType === 'PAUSE';
    const timeout = (hook.timeoutConfiguration?.timeoutInMinutes ?? DEFAULT_TIMEOUT_MINUTES) * timings.minute;
    const detail: DeploymentLifecycleHookDetail = {
      hookId: random.uuid(),
      targetType: hook.targetType ?? 'AWS_LAMBDA',
      ...(hook.hookTargetArn === undefined ? {} : { targetArn: hook.hookTargetArn }),
      status: pause ? 'AWAITING_ACTION' : 'IN_PROGRESS',
      expiresAt: new Date(clock.now() + timeout),
      timeoutAction: hook.timeoutConfiguration?.action ?? 'ROLLBACK',
    };
    this.#details.push(detail);
    (deployment.record.lifecycleHookDetails ??= []).push(detail);
    this.#timers.push(clock.after(timeout, () => this.#expire(detail)));
    if (!pause) this.#timers.push(clock.after(timings.stage / 3, () => this.#lambdaAnswers(detail)));
  }

  #lambdaAnswers(detail: DeploymentLifecycleHookDetail): void {
    const arn = detail.targetArn ?? '';
    const answer = this.#service.cluster.ecs.health.lambdaHooks.get(arn) ?? 'SUCCEEDED';
    if (answer === 'IN_PROGRESS') {
      const { clock, timings } = this.#service.cluster.ecs;
      this.#timers.push(clock.after(timings.stage, () => this.#lambdaAnswers(detail)));
      return;
    }
    detail.status = answer;
    if (answer === 'FAILED') {
      this.#rollBack = `Service deployment rolled back because ${this.#stage} lifecycle hook(s) failed. Lifecycle hook target ${arn} returned FAILED status.`;
    }
    this.#service.scheduler.poke(0);
  }

  #expire(detail: DeploymentLifecycleHookDetail): void {
    if (detail.status !== 'AWAITING_ACTION' && detail.status !== 'IN_PROGRESS') return;
    detail.status = 'TIMED_OUT';
    if (detail.timeoutAction === 'ROLLBACK') {
      this.#rollBack = `Service deployment rolled back because ${this.#stage} lifecycle hook(s) timed out.`;
    }
    this.#service.scheduler.poke(0);
  }
}
