import type { Task } from '@aws-sdk/client-ecs';
import type { Timer } from '../../timerHeap.ts';
import type { TaskState } from '../taskState.ts';
import { ContainerRun } from './containerRun.ts';

/** What the containers of a task tell it. */
export interface GroupEvents {
  allStarted(): void;
  essentialExited(): void;
  allStopped(): void;
  cannotStart(reason: string, container?: string): void;
  healthChanged(): void;
}

/** The containers of one task: started in the order of their dependencies, stopped together. */
export class ContainerGroup {
  readonly #task: TaskState;
  readonly #events: GroupEvents;
  readonly #runs: ContainerRun[];
  #started = false;
  #allStarted = false;
  #failed = false;
  #timeout: Timer | undefined;

  constructor(task: TaskState, events: GroupEvents) {
    this.#task = task;
    this.#events = events;
    this.#runs = (task.definition.containerDefinitions ?? []).map(
      (definition, index) =>
        new ContainerRun(task, definition, task.data.containers[index] ?? {}, {
          exited: (run) => this.#exited(run),
          healthChanged: () => this.#healthChanged(),
        }),
    );
  }

  pulled(): void {
    for (const run of this.#runs) run.pulled();
  }

  start(): void {
    this.#started = true;
    this.#startReady();
    if (this.#allStarted || this.#failed) return;
    const { clock, timings } = this.#task.cluster.ecs;
    this.#timeout = clock.after(timings.dependency, () => this.#events.cannotStart('Task failed to start'));
  }

  /** Everything is up since `startedAt`. */
  resume(startedAt: Date): void {
    this.#started = true;
    this.#allStarted = true;
    for (const run of this.#runs) run.resume(startedAt);
    this.#healthChanged();
  }

  /** SIGTERM to all that run. */
  terminate(): void {
    this.#timeout?.cancel();
    const live = this.#runs.filter((run) => run.state === 'running');
    for (const run of this.#runs) if (run.state === 'waiting') run.abandon();
    if (live.length === 0) this.#events.allStopped();
    for (const run of live) run.terminate();
  }

  /** Stops everything at once, without exit codes where nothing ran. */
  abandon(): void {
    this.#timeout?.cancel();
    for (const run of this.#runs) run.abandon();
  }

  #startReady(): void {
    for (;;) {
      const ready = this.#runs.filter((run) => run.state === 'waiting' && this.#satisfied(run));
      if (ready.length === 0) break;
      for (const run of ready) {
        const failure = run.start();
        if (failure !== undefined) {
          this.#failed = true;
          this.#events.cannotStart(failure, run.name);
          return;
        }
      }
    }
    if (this.#allStarted || this.#runs.some((run) => run.state === 'waiting')) return;
    this.#allStarted = true;
    this.#timeout?.cancel();
    this.#events.allStarted();
  }

  #satisfied(run: ContainerRun): boolean {
    return (run.definition.dependsOn ?? []).every(({ containerName, condition }) => {
      const other = this.#runs.find((each) => each.name === containerName);
      if (!other) return true;
      if (condition === 'HEALTHY') return other.data.healthStatus === 'HEALTHY';
      if (condition === 'COMPLETE') return other.state === 'stopped';
      if (condition === 'SUCCESS') return other.state === 'stopped' && other.data.exitCode === 0;
      return other.state !== 'waiting';
    });
  }

  #exited(run: ContainerRun): void {
    if (this.#runs.every((each) => each.state === 'stopped')) {
      this.#events.allStopped();
      return;
    }
    if (run.essential) this.#events.essentialExited();
    else if (this.#started && !this.#allStarted) this.#afterDependency(run);
  }

  #afterDependency(run: ContainerRun): void {
    const waiting = this.#runs.some((each) => each.state === 'waiting' && needsSuccess(each, run.name));
    if (waiting && run.data.exitCode !== 0) this.#events.cannotStart('Task failed to start');
    else this.#startReady();
  }

  #healthChanged(): void {
    const checked = this.#runs.filter((run) => run.essential && run.definition.healthCheck);
    this.#task.data.healthStatus = taskHealth(checked.map((run) => run.data.healthStatus ?? 'UNKNOWN'));
    if (this.#started && !this.#allStarted) this.#startReady();
    this.#events.healthChanged();
  }
}

function needsSuccess(run: ContainerRun, name: string): boolean {
  return run.definition.dependsOn?.some((each) => each.containerName === name && each.condition === 'SUCCESS') ?? false;
}

function taskHealth(verdicts: string[]): Task['healthStatus'] {
  if (verdicts.includes('UNHEALTHY')) return 'UNHEALTHY';
  return verdicts.length === 0 || verdicts.includes('UNKNOWN') ? 'UNKNOWN' : 'HEALTHY';
}
