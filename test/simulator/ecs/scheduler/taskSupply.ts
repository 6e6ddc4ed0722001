import type { Tag } from '@aws-sdk/client-ecs';
import type { DeploymentState } from '../deploymentState.ts';
import type { InstanceState } from '../instanceState.ts';
import type { ServiceState } from '../serviceState.ts';
import type { TaskState } from '../taskState.ts';
import { createTask } from './createTask.ts';
import { addEvent, eventTexts } from './events.ts';
import { needs, place, refuses, type Placement } from './placement.ts';

/** Starts and stops the tasks of one service, with the events that go with it; whether and when is the deployers' business. */
export class TaskSupply {
  readonly #service: ServiceState;
  #startFailures = 0;
  #notBefore = 0;
  #unhealthy = 0;

  constructor(service: ServiceState) {
    this.#service = service;
  }

  resetThrottle(): void {
    this.#startFailures = 0;
    this.#notBefore = 0;
  }

  /** Whether starts have to wait, because tasks keep failing before they run. */
  get throttled(): boolean {
    return this.#service.cluster.ecs.clock.now() < this.#notBefore;
  }

  /** A task never came to RUNNING: after several in a row the next start waits. */
  noteStartFailure(reason: string): void {
    const { clock, timings } = this.#service.cluster.ecs;
    this.#startFailures += 1;
    addEvent(this.#service, eventTexts.notPlaced(reason), { withheld: true });
    if (this.#startFailures < 2) return;
    const waits = timings.startThrottle;
    const wait = waits[Math.min(this.#startFailures - 2, waits.length - 1)] ?? 0;
    this.#notBefore = clock.now() + wait;
    addEvent(this.#service, eventTexts.inconsistent(), { withheld: true });
    clock.after(wait, () => this.#service.scheduler.poke(0));
  }

  /** A task was given up for its health; the next start says so. */
  noteUnhealthy(): void {
    this.#unhealthy += 1;
  }

  /** How many tasks the service should have. */
  target(): number {
    const { settings, desiredCount } = this.#service;
    return settings.schedulingStrategy === 'DAEMON' ? this.#daemonHosts().length : desiredCount;
  }

  wanted(deployment: DeploymentState): TaskState[] {
    return [...this.#service.tasks].filter((task) => task.deployment === deployment && task.wanted);
  }

  /** Starts up to `count` tasks; says whether there was one. */
  start(deployment: DeploymentState, count: number): boolean {
    if (count <= 0 || this.throttled) return false;
    const started: TaskState[] = [];
    for (let index = 0; index < count; index++) {
      const task = this.#startOne(deployment);
      if (!task) break;
      started.push(task);
    }
    if (started.length === 0) return false;
    const replaced = Math.min(this.#unhealthy, started.length);
    this.#unhealthy = 0;
    addEvent(this.#service, replaced > 0 ? eventTexts.replaced(started, replaced) : eventTexts.started(started));
    return true;
  }

  /** Stops these tasks for the sake of `deployment`; says whether there was one. */
  stop(tasks: readonly TaskState[], deployment: DeploymentState): boolean {
    const running = tasks.filter((task) => task.running);
    const pending = tasks.length - running.length;
    if (running.length > 0) addEvent(this.#service, eventTexts.stopped(running));
    if (pending > 0) addEvent(this.#service, eventTexts.stoppedPending(pending));
    const reason = `Scaling activity initiated by (deployment ${deployment.id})`;
    for (const task of tasks) task.life.stop('ServiceSchedulerInitiated', reason);
    return tasks.length > 0;
  }

  /** Stops what a deployment has too many of, the pending and the newest first; protected tasks stay. */
  scaleIn(deployment: DeploymentState): boolean {
    const now = this.#service.cluster.ecs.clock.now();
    const own = this.wanted(deployment);
    const surplus = own.length - this.target();
    if (surplus <= 0) return false;
    const free = own.filter((task) => !task.isProtected(now)).sort(pendingFirst);
    const chosen = free.slice(0, surplus);
    if (chosen.length < surplus) {
      const text = eventTexts.protectedTasks(deployment.id, surplus - chosen.length);
      addEvent(this.#service, text, { withheld: true });
    }
    return this.stop(chosen, deployment);
  }

  #startOne(deployment: DeploymentState): TaskState | undefined {
    const service = this.#service;
    const { ecs } = service.cluster;
    const definition = ecs.taskDefinitions.find(deployment.spec.taskDefinition)?.data;
    if (!definition) return undefined;
    const placement = this.#place(deployment);
    if (placement.kind === 'none') {
      this.#noteNotPlaced(placement);
      return undefined;
    }
    const task = createTask({
      cluster: service.cluster,
      definition,
      ...placement,
      platformVersion: deployment.spec.resolvedPlatformVersion,
      networkConfiguration: deployment.spec.networkConfiguration,
      group: `service:${service.name}`,
      startedBy: deployment.id,
      enableExecuteCommand: service.settings.enableExecuteCommand,
      tags: this.#tags(deployment),
      service,
      deployment,
    });
    task.life.start();
    return task;
  }

  #place(deployment: DeploymentState): Placement {
    const { cluster, settings } = this.#service;
    const wanted = this.wanted(deployment);
    if (settings.schedulingStrategy === 'DAEMON') {
      const instance = this.#daemonHosts().find((host) => !wanted.some((task) => task.instance === host));
      return instance ? { kind: 'placed', launchType: 'EC2', instance } : { kind: 'none', code: 'AGENT', lack: '' };
    }
    return place({
      cluster,
      definition: cluster.ecs.taskDefinitions.find(deployment.spec.taskDefinition)?.data ?? {},
      launchType: deployment.spec.launchType,
      strategy: deployment.spec.capacityProviderStrategy ?? [],
      placed: wanted.length,
    });
  }

  #daemonHosts(): InstanceState[] {
    const { cluster, spec } = this.#service;
    const need = needs(cluster.ecs.taskDefinitions.find(spec.taskDefinition)?.data ?? {});
    return [...cluster.instances.values()].filter((host) => {
      const already = [...host.tasks].some((task) => task.service === this.#service);
      return host.status === 'ACTIVE' && host.agentConnected && (already || !refuses(host, need));
    });
  }

  #tags(deployment: DeploymentState): Tag[] {
    const { settings, tags, cluster } = this.#service;
    if (settings.propagateTags === 'SERVICE') return tags;
    if (settings.propagateTags !== 'TASK_DEFINITION') return [];
    return cluster.ecs.taskDefinitions.find(deployment.spec.taskDefinition)?.tags ?? [];
  }

  #noteNotPlaced(placement: Extract<Placement, { kind: 'none' }>): void {
    const { clock, timings } = this.#service.cluster.ecs;
    const cause = placement.closest
      ? eventTexts.closest(placement.closest.id, placement.lack)
      : 'Reason: No Container Instances were found in your cluster.';
    addEvent(this.#service, eventTexts.noInstance(cause), { withheld: true });
    clock.after(timings.minute, () => this.#service.scheduler.poke(0));
  }
}

function pendingFirst(a: TaskState, b: TaskState): number {
  if (a.running !== b.running) return a.running ? 1 : -1;
  return (b.data.createdAt?.getTime() ?? 0) - (a.data.createdAt?.getTime() ?? 0);
}
