import type { DeploymentLifecycleHookAction } from '@aws-sdk/client-ecs';
import type { DeploymentState } from '../deploymentState.ts';
import type { ServiceState } from '../serviceState.ts';
import type { Timer } from '../../timerHeap.ts';
import { StageHooks } from './lifecycleHooks.ts';
import { giveUp } from './rollback.ts';
import { planStages, type StageStep } from './stagePlan.ts';
import type { TaskSupply } from './taskSupply.ts';

interface Progress {
  deployment: DeploymentState;
  steps: StageStep[];
  index: number;
  hooks: StageHooks | undefined;
  /** Whether the time that the stage takes is over; undefined before its hooks are done. */
  stayed: boolean | undefined;
  timer: Timer | undefined;
}

/** Takes a blue/green, linear or canary deployment through its stages: the new revision beside the old one, then the traffic. */
export class StagedDeployer {
  readonly #service: ServiceState;
  readonly #supply: TaskSupply;
  #progress: Progress | undefined;

  constructor(service: ServiceState, supply: TaskSupply) {
    this.#service = service;
    this.#supply = supply;
  }

  /** Whether `deployment` shifts traffic in stages and is still at it. */
  handles(deployment: DeploymentState): boolean {
    const staged = (this.#service.settings.deploymentConfiguration.strategy ?? 'ROLLING') !== 'ROLLING';
    return staged && deployment.rolloutState === 'IN_PROGRESS' && deployment.record.status === 'IN_PROGRESS';
  }

  /** One round; says whether the deployment has passed its last stage. */
  step(deployment: DeploymentState): boolean {
    if (this.#progress?.deployment !== deployment) this.#begin(deployment);
    const progress = this.#progress;
    if (!progress) return false;
    for (;;) {
      this.#keepTasks(deployment, progress);
      if (!this.#passed(progress)) return false;
      progress.index += 1;
      if (progress.index === progress.steps.length) break;
      this.#enter(progress);
    }
    this.#progress = undefined;
    return true;
  }

  /** Drops whatever was going on; the service is being rolled back or deployed anew. */
  abandon(): void {
    this.#progress?.hooks?.cancel();
    this.#progress?.timer?.cancel();
    this.#progress = undefined;
  }

  resolveHook(hookId: string, action: DeploymentLifecycleHookAction): boolean {
    return this.#progress?.hooks?.resolve(hookId, action) ?? false;
  }

  #begin(deployment: DeploymentState): void {
    this.abandon();
    const others = this.#service.deployments.length - 1;
    const steps = planStages(this.#service.settings.deploymentConfiguration, others > 1);
    this.#progress = { deployment, steps, index: 0, hooks: undefined, stayed: undefined, timer: undefined };
    deployment.traffic = { test: 0, production: others === 0 ? 100 : 0 };
    this.#enter(this.#progress);
  }

  #enter(progress: Progress): void {
    const step = progress.steps[progress.index];
    if (!step) return;
    progress.stayed = undefined;
    progress.deployment.record.lifecycleStage = step.stage as typeof progress.deployment.record.lifecycleStage;
    progress.deployment.record.updatedAt = this.#service.cluster.ecs.clock.date();
    progress.hooks = new StageHooks(this.#service, progress.deployment, step.stage);
  }

  #passed(progress: Progress): boolean {
    const step = progress.steps[progress.index];
    const outcome = progress.hooks?.outcome ?? 'done';
    if (!step || outcome === 'waiting') return false;
    if (outcome !== 'done') {
      this.abandon();
      giveUp(this.#service, progress.deployment, outcome.rollBack);
      this.#service.scheduler.changed();
      return false;
    }
    if (step.stage === 'SCALE_UP' && !this.#scaledUp(progress.deployment)) return false;
    if (step.stage === 'CLEAN_UP' && !this.#cleanedUp(progress.deployment)) return false;
    if (progress.stayed === undefined) this.#stay(progress, step);
    return progress.stayed ?? false;
  }

  #stay(progress: Progress, step: StageStep): void {
    const { clock, timings } = this.#service.cluster.ecs;
    progress.stayed = false;
    shift(this.#service, progress.deployment, step);
    const ms = timings.stage + (step.minutes ?? 0) * timings.minute;
    progress.timer = clock.after(ms, () => {
      progress.stayed = true;
      this.#service.scheduler.poke(0);
    });
  }

  /** The old revision keeps its tasks until the end; the new one gets them from SCALE_UP on. */
  #keepTasks(deployment: DeploymentState, progress: Progress): void {
    const supply = this.#supply;
    const stage = progress.steps[progress.index]?.stage;
    const scaling = progress.steps.findIndex((step) => step.stage === 'SCALE_UP');
    if (progress.index >= scaling) {
      supply.start(deployment, supply.target() - supply.wanted(deployment).length);
      supply.scaleIn(deployment);
    }
    deployment.desiredCount = Math.min(supply.target(), supply.wanted(deployment).length);
    if (stage === 'CLEAN_UP') return;
    for (const old of this.#service.deployments) {
      if (old === deployment || old !== this.#service.lastCompleted) continue;
      supply.start(old, supply.target() - supply.wanted(old).length);
    }
  }

  #scaledUp(deployment: DeploymentState): boolean {
    const wanted = this.#supply.wanted(deployment);
    return wanted.length >= this.#supply.target() && wanted.every((task) => task.healthy);
  }

  #cleanedUp(deployment: DeploymentState): boolean {
    const old = [...this.#service.tasks].filter((task) => task.deployment !== deployment);
    this.#supply.stop(
      old.filter((task) => task.wanted),
      deployment,
    );
    return !old.some((task) => task.wanted || task.executing);
  }
}

function shift(service: ServiceState, deployment: DeploymentState, step: StageStep): void {
  const { traffic } = deployment;
  if (!traffic) return;
  traffic.test = step.test ?? traffic.test;
  traffic.production = step.production ?? traffic.production;
  for (const old of service.deployments) {
    if (old !== deployment) old.traffic = { test: 100 - traffic.test, production: 100 - traffic.production };
  }
}
