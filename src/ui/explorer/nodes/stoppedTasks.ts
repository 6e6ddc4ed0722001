import type { Task } from '@aws-sdk/client-ecs';
import { keptTask } from '../../../ecs/task/keptTask.ts';

/** How many stopped tasks of one connection are remembered; the oldest go first. */
const limit = 300;
/** Days after which nobody asks any more. */
const maxAge = 14 * 24 * 3_600_000;

/** Where the memory is kept between two windows; VS Code's Memento is one. */
export interface StoppedTaskStorage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** The stopped tasks that were seen, beyond the hour for which ECS remembers them. */
export class StoppedTasks {
  readonly #storage: StoppedTaskStorage;
  readonly #tasks = new Map<string, Map<string, Task>>();
  readonly #listeners = new Set<(connectionId: string) => void>();

  constructor(storage: StoppedTaskStorage) {
    this.#storage = storage;
  }

  /** Those of a service (`service:<name>`) or other group of a cluster, last stopped first. */
  of(connectionId: string, clusterArn: string, isMeant: (group: string) => boolean): Task[] {
    return [...this.#of(connectionId).values()]
      .filter((task) => task.clusterArn === clusterArn && isMeant(task.group ?? ''))
      .sort((a, b) => stopTime(b) - stopTime(a));
  }

  /** Calls whenever others than before are remembered of a connection; the function that it returns ends that. */
  listen(listener: (connectionId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  has(connectionId: string, taskArn: string): boolean {
    return this.#of(connectionId).has(taskArn);
  }

  /** Remembers those of the tasks that are ending or have ended. */
  add(connectionId: string, tasks: readonly Task[]): void {
    const known = this.#of(connectionId);
    let changed = false;
    for (const task of tasks) {
      if (task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED') continue;
      const arn = task.taskArn ?? '';
      if (known.get(arn)?.lastStatus === task.lastStatus && task.lastStatus === 'STOPPED') continue;
      known.set(arn, keptTask(task));
      changed = true;
    }
    if (!changed) return;
    // Another window may have written what it saw.
    for (const [arn, task] of this.#stored(connectionId)) if (!known.has(arn)) known.set(arn, task);
    const surplus = [...known.values()].sort((a, b) => stopTime(b) - stopTime(a)).slice(limit);
    for (const task of surplus) known.delete(task.taskArn ?? '');
    this.#save(connectionId, known);
  }

  /** Forgets what is remembered of a connection. */
  clear(connectionId: string): void {
    this.#tasks.set(connectionId, new Map());
    this.#save(connectionId, new Map());
  }

  #of(connectionId: string): Map<string, Task> {
    const known = this.#tasks.get(connectionId);
    if (known) return known;
    const read = this.#stored(connectionId);
    this.#tasks.set(connectionId, read);
    return read;
  }

  #stored(connectionId: string): Map<string, Task> {
    const stored = this.#storage.get(storageKey(connectionId));
    const tasks = Array.isArray(stored) ? stored.flatMap(revive) : [];
    return new Map(tasks.map((task) => [task.taskArn ?? '', task]));
  }

  /** Keeps them beyond the window, and tells of it. */
  #save(connectionId: string, tasks: ReadonlyMap<string, Task>): void {
    void this.#storage.update(storageKey(connectionId), JSON.parse(JSON.stringify([...tasks.values()])));
    for (const listener of this.#listeners) listener(connectionId);
  }
}

const storageKey = (connectionId: string): string => `stoppedTasks ${connectionId}`;

function stopTime(task: Task): number {
  return (task.stoppedAt ?? task.createdAt)?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** A stored task, its moments being dates again; nothing for one that is too old or cannot be read. */
function revive(stored: unknown): Task[] {
  if (typeof stored !== 'object' || stored === null || !('taskArn' in stored)) return [];
  const task = { ...stored } as Task;
  for (const name of ['createdAt', 'startedAt', 'stoppedAt'] as const) {
    const value: unknown = task[name];
    task[name] = typeof value === 'string' ? new Date(value) : undefined;
  }
  return Date.now() - stopTime(task) > maxAge ? [] : [task];
}
