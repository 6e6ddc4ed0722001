import type { DeploymentState } from '../deploymentState.ts';
import type { ServiceState } from '../serviceState.ts';
import { addEvent, eventTexts } from './events.ts';
import { bounds, planRolling, type RollingPlan } from './rollingPlan.ts';
import type { TaskSupply } from './taskSupply.ts';

/** Moves a service to its PRIMARY deployment task by task, within the bounds of its deployment configuration. */
export class RollingDeployer {
  readonly #service: ServiceState;
  readonly #supply: TaskSupply;

  constructor(service: ServiceState, supply: TaskSupply) {
    this.#service = service;
    this.#supply = supply;
  }

  /** One round; says whether it started or stopped anything. */
  step(primary: DeploymentState): boolean {
    if (primary.rolloutState === 'FAILED') return false;
    const supply = this.#supply;
    const stoppedPending = this.#stopOldPending(primary);
    const scaledIn = supply.scaleIn(primary);
    const plan = this.#plan(primary);
    const started = supply.start(primary, plan.start);
    const stopped = this.#stopOld(primary, plan.stopOld);
    primary.desiredCount = supply.target();
    const moved = stoppedPending || scaledIn || started || stopped;
    if (!moved) this.#noteBlocked(primary);
    return moved;
  }

  #plan(primary: DeploymentState): RollingPlan {
    const { settings, tasks } = this.#service;
    const all = [...tasks].filter((task) => task.wanted);
    const old = all.filter((task) => task.deployment !== primary && task.running);
    return planRolling({
      desired: this.#supply.target(),
      ...bounds(settings.deploymentConfiguration, settings.schedulingStrategy === 'DAEMON'),
      primary: this.#supply.wanted(primary).length,
      total: all.length,
      healthy: all.filter((task) => task.healthy).length,
      oldHealthy: old.filter((task) => task.healthy).length,
      oldUnhealthy: old.filter((task) => !task.healthy).length,
    });
  }

  #stopOldPending(primary: DeploymentState): boolean {
    const pending = [...this.#service.tasks].filter((task) => task.deployment !== primary && task.pending);
    return this.#supply.stop(pending, primary);
  }

  #stopOld(primary: DeploymentState, count: number): boolean {
    const now = this.#service.cluster.ecs.clock.now();
    const old = [...this.#service.tasks].filter(
      (task) => task.deployment !== primary && task.running && !task.isProtected(now),
    );
    const chosen = old.sort((a, b) => Number(a.healthy) - Number(b.healthy)).slice(0, count);
    return this.#supply.stop(chosen, primary);
  }

  #noteBlocked(primary: DeploymentState): void {
    const tasks = [...this.#service.tasks].filter((task) => task.wanted);
    const old = tasks.filter((task) => task.deployment !== primary);
    const waiting = this.#supply.throttled || tasks.some((task) => !task.healthy);
    if (old.length > 0 && !waiting) addEvent(this.#service, eventTexts.blocked(), { withheld: true });
  }
}
