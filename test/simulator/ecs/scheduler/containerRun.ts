import type { Container, ContainerDefinition, HealthStatus } from '@aws-sdk/client-ecs';
import type { Timer } from '../../timerHeap.ts';
import type { ImageBehaviour } from '../images.ts';
import type { TaskState } from '../taskState.ts';
import { ContainerLog } from './containerLog.ts';
import { networkBindings } from './networkBindings.ts';
import { platformOf } from './platform.ts';

export interface RunEvents {
  exited(run: ContainerRun): void;
  healthChanged(): void;
}

const DEFAULT_STOP_TIMEOUT_S = 30;
const FORMAT_ERROR_MS = 200;
const RESTARTED_AFTER_S = 1;
const DEFAULT_RESTART_PERIOD_S = 60;
const OUT_OF_MEMORY = 'OutOfMemoryError: Container killed due to memory usage';

/** One container: waiting, then running for as long as its image's behaviour says, then stopped. */
export class ContainerRun {
  readonly definition: ContainerDefinition;
  readonly data: Container;
  readonly behaviour: ImageBehaviour;
  state: 'waiting' | 'running' | 'stopped' = 'waiting';
  readonly #task: TaskState;
  readonly #events: RunEvents;
  readonly #log: ContainerLog;
  #timers: Timer[] = [];
  #startedAt = 0;
  #terminating = false;

  constructor(task: TaskState, definition: ContainerDefinition, data: Container, events: RunEvents) {
    this.#task = task;
    this.definition = definition;
    this.data = data;
    this.#events = events;
    const { family = '', revision = 0 } = task.definition;
    const use = { image: definition.image ?? '', family, revision, container: this.name };
    this.behaviour = task.cluster.ecs.region.account.images.behaviour(use);
    this.#log = new ContainerLog(task, definition, this.behaviour);
  }

  get name(): string {
    return this.definition.name ?? '';
  }

  get essential(): boolean {
    return this.definition.essential ?? true;
  }

  pulled(): void {
    this.data.imageDigest = this.behaviour.digest ?? digestOf(this.definition.image ?? '');
  }

  /** Starts it; gives the daemon's words when that fails. */
  start(): string | undefined {
    const { startError } = this.behaviour;
    if (startError !== undefined) return startError;
    this.#begin();
    if (this.#wrongArchitecture()) {
      this.#log.say(`exec ${this.definition.entryPoint?.[0] ?? '/docker-entrypoint.sh'}: exec format error`);
      this.#after(FORMAT_ERROR_MS, () => this.exit(1));
      return undefined;
    }
    this.#log.start();
    this.#scheduleExit(this.behaviour.exitAfter);
    this.#scheduleHealth();
    return undefined;
  }

  resume(startedAt: Date): void {
    this.#begin();
    this.#log.resume(startedAt);
    if (this.definition.healthCheck)
      this.data.healthStatus = this.behaviour.health === 'unhealthy' ? 'UNHEALTHY' : 'HEALTHY';
    const { exitAfter } = this.behaviour;
    const age = this.#task.cluster.ecs.clock.now() - startedAt.getTime();
    if (exitAfter !== undefined && exitAfter > age) this.#scheduleExit(exitAfter - age);
  }

  /** SIGTERM, and SIGKILL when the stop timeout has passed. */
  terminate(): void {
    const limit = this.definition.stopTimeout ?? DEFAULT_STOP_TIMEOUT_S;
    const { onStop = { after: 1000, exitCode: 0 } } = this.behaviour;
    const obeys = onStop !== 'ignored' && onStop.after < limit * 1000;
    this.#cancel();
    this.#terminating = true;
    const seconds = obeys ? onStop.after / 1000 : limit;
    this.#after(seconds * this.#second, () => this.exit(obeys ? onStop.exitCode : 137));
  }

  /** Ends it without a word; a container that never ran has no exit code. */
  abandon(): void {
    this.#cancel();
    this.#log.stop();
    if (this.state === 'running') this.data.exitCode = 137;
    this.state = 'stopped';
    this.data.lastStatus = 'STOPPED';
  }

  exit(code: number, reason?: string): void {
    if (this.state !== 'running') return;
    this.#cancel();
    this.#log.end(code);
    if (!this.#terminating && this.#restarts(code)) {
      this.#after(RESTARTED_AFTER_S * this.#second, () => this.start());
      return;
    }
    this.state = 'stopped';
    this.data.lastStatus = 'STOPPED';
    this.data.exitCode = code;
    if (reason !== undefined) this.data.reason = reason;
    this.#events.exited(this);
  }

  get #second(): number {
    return this.#task.cluster.ecs.timings.second;
  }

  #wrongArchitecture(): boolean {
    const { platforms, singlePlatform } = this.behaviour;
    return singlePlatform === true && platforms !== undefined && !platforms.includes(platformOf(this.#task.definition));
  }

  /** Whether the container's restart policy brings it up again, the task none the wiser. */
  #restarts(code: number): boolean {
    const policy = this.definition.restartPolicy;
    if (!policy?.enabled || !this.#task.wanted || policy.ignoredExitCodes?.includes(code)) return false;
    const ran = this.#task.cluster.ecs.clock.now() - this.#startedAt;
    return ran >= (policy.restartAttemptPeriod ?? DEFAULT_RESTART_PERIOD_S) * this.#second;
  }

  #begin(): void {
    const { random } = this.#task.cluster.ecs;
    this.state = 'running';
    this.#startedAt = this.#task.cluster.ecs.clock.now();
    this.data.lastStatus = 'RUNNING';
    const fargate = this.#task.data.launchType === 'FARGATE';
    this.data.runtimeId = fargate ? `${this.#task.id}-${random.digits(10)}` : random.hex(64);
    this.data.networkBindings = networkBindings(this.#task, this.definition, random);
    for (const agent of this.data.managedAgents ?? []) {
      this.#after(this.#task.cluster.ecs.timings.agentRunning, () => {
        agent.lastStatus = 'RUNNING';
        agent.lastStartedAt = this.#task.cluster.ecs.clock.date();
      });
    }
  }

  #scheduleExit(ms: number | undefined): void {
    const { exitCode = 0, exitReason, outOfMemory } = this.behaviour;
    if (ms === undefined && !outOfMemory) return;
    const reason = outOfMemory ? this.#memoryReason() : exitReason;
    this.#after(ms ?? 5000, () => this.exit(outOfMemory ? 137 : exitCode, reason));
  }

  #memoryReason(): string {
    return this.#task.data.launchType === 'FARGATE' ? OUT_OF_MEMORY.replace('Container', 'container') : OUT_OF_MEMORY;
  }

  #scheduleHealth(): void {
    const check = this.definition.healthCheck;
    if (!check) return;
    const interval = (check.interval ?? 30) * this.#second;
    const failing = (check.startPeriod ?? 0) * this.#second + interval * (check.retries ?? 3);
    const { health = 'healthy', unhealthyAfter } = this.behaviour;
    if (health === 'healthy') this.#after(interval, () => this.#verdict('HEALTHY'));
    else this.#after(failing, () => this.#verdict('UNHEALTHY'));
    if (unhealthyAfter !== undefined) this.#after(unhealthyAfter + failing, () => this.#verdict('UNHEALTHY'));
  }

  #verdict(health: HealthStatus): void {
    if (this.data.healthStatus === health) return;
    this.data.healthStatus = health;
    this.#events.healthChanged();
  }

  #after(ms: number, action: () => void): void {
    this.#timers.push(this.#task.cluster.ecs.clock.after(ms, action));
  }

  #cancel(): void {
    for (const timer of this.#timers) timer.cancel();
    this.#timers = [];
  }
}

/** The same image has the same digest. */
export function digestOf(image: string): string {
  let hash = 2166136261;
  let text = '';
  for (let round = 0; text.length < 64; round++) {
    for (const char of `${round}${image}`) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
    text += hash.toString(16).padStart(8, '0');
  }
  return `sha256:${text.slice(0, 64)}`;
}
