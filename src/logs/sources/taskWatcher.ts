import type { Task } from '@aws-sdk/client-ecs';
import type { Connection } from '../../aws/connection/connection.ts';
import { fetchTaskArns, fetchTasks, fetchTasksByArn } from '../../aws/read/tasks.ts';
import { nameOfArn } from '../../ecs/arn.ts';
import { taskStage, type TaskStage } from '../../ecs/task/taskStatus.ts';
import type { TaskScope } from './logScope.ts';

/** What happened to a task of the scope since it was last looked at. */
export type TaskChange =
  | { kind: 'started'; task: Task }
  | { kind: 'stopping'; task: Task }
  | { kind: 'stopped'; task: Task }
  /** The first task of another revision has appeared. */
  | { kind: 'revision'; from: string; to: string };

/** Tasks that stopped this long before the beginning are not announced. Milliseconds. */
const recently = 600_000;

/** Tasks above which those are forgotten that stopped so long ago, in milliseconds, that their lines have come. */
const mostTasks = 500;
const longGone = 1_800_000;

/** Knows which tasks belong to a scope, and notices those that come, go or change their revision. */
export class TaskWatcher {
  readonly #connection: Connection;
  readonly #scope: TaskScope;
  readonly #tasks = new Map<string, { task: Task; stage: TaskStage }>();
  /** Members that have stopped long ago. */
  readonly #former = new Set<string>();
  /** Tasks of others, and tasks that ECS does not know, or no longer: it forgets them after an hour. */
  readonly #strangers = new Set<string>();
  readonly #forgotten = new Set<string>();
  readonly #revisions = new Map<string, string>();
  /** ARNs of tasks that ECS did not know at the last look. */
  #missing = new Set<string>();
  /** Noticed while resolving, to be told with the next look. */
  #untold: TaskChange[] = [];

  constructor(connection: Connection, scope: TaskScope) {
    this.#connection = connection;
    this.#scope = scope;
  }

  get tasks(): Task[] {
    return [...this.#tasks.values()].map(({ task }) => task);
  }

  /** Whether a task is on its way somewhere, so that a look is soon worth while again. */
  get moving(): boolean {
    return [...this.#tasks.values()].some(({ stage }) => stage === 'starting' || stage === 'stopping');
  }

  /** Whether every task has stopped: of a single task, nothing more can come. */
  get over(): boolean {
    return this.#tasks.size > 0 && [...this.#tasks.values()].every(({ stage }) => stage === 'stopped');
  }

  task(id: string): Task | undefined {
    return this.#tasks.get(id)?.task;
  }

  /** Whether the task belongs to the scope; undefined while nobody has asked. */
  isMember(id: string): boolean | undefined {
    if (this.#tasks.has(id) || this.#former.has(id)) return true;
    return this.#strangers.has(id) || this.#forgotten.has(id) ? false : undefined;
  }

  /** Whether ECS was asked about the task and did not know it. */
  isForgotten(id: string): boolean {
    return this.#forgotten.has(id);
  }

  /** Reads the tasks as they are now, those stopped of late included. */
  async load(signal: AbortSignal): Promise<TaskChange[]> {
    const since = Date.now() - recently;
    const tasks = await this.#fetchAll(signal);
    const oldestFirst = tasks.sort((one, other) => (one.createdAt?.getTime() ?? 0) - (other.createdAt?.getTime() ?? 0));
    const changes = oldestFirst.flatMap((task) => this.#take(task));
    return changes.filter((change) => change.kind === 'stopped' && (change.task.stoppedAt?.getTime() ?? 0) >= since);
  }

  /** Reads what may have changed: one listing, and the tasks that are new, moving or gone from it. */
  async refresh(signal: AbortSignal): Promise<TaskChange[]> {
    const running = new Set(await this.#listRunning(signal));
    const known = [...this.#tasks.values()];
    const gone = known.filter(({ task, stage }) => stage !== 'stopped' && !running.has(task.taskArn ?? ''));
    const moving = known.filter(({ stage }) => stage === 'starting' || stage === 'stopping');
    const fresh = [...running].filter((arn) => !this.#tasks.has(nameOfArn(arn)));
    const arns = new Set([...gone, ...moving].map(({ task }) => task.taskArn ?? '').concat(fresh));
    const tasks =
      arns.size > 0 ? await fetchTasksByArn(this.#connection, this.#scope.clusterArn, [...arns], signal) : [];
    const missing = this.#missingTwice(gone, tasks);
    this.#forgetOld();
    return [...this.#untold.splice(0), ...[...tasks, ...missing].flatMap((task) => this.#take(task))];
  }

  /**
   * Tasks that ECS has neither listed nor known at two looks, as stopped ones: an emulator forgets them at once, ECS
   * itself after an hour, which may have passed while the stream was paused. One look may be a stale answer.
   */
  #missingTwice(gone: readonly { task: Task }[], found: readonly Task[]): Task[] {
    const known = new Set(found.map(({ taskArn }) => taskArn));
    const missing = gone.map(({ task }) => task).filter(({ taskArn }) => !known.has(taskArn));
    const again = missing.filter(({ taskArn = '' }) => this.#missing.has(taskArn));
    this.#missing = new Set(missing.map(({ taskArn = '' }) => taskArn));
    return again.map((task) => ({
      stoppedAt: new Date(),
      ...task,
      lastStatus: 'STOPPED',
      desiredStatus: 'STOPPED',
    }));
  }

  /** Learns whether unknown tasks belong here: one DescribeTasks for a hundred of them, once each. */
  async resolve(ids: readonly string[], signal: AbortSignal): Promise<void> {
    const scope = this.#scope;
    const unknown = [...new Set(ids)].filter((id) => this.isMember(id) === undefined);
    if (scope.kind === 'task') {
      for (const id of unknown) (id === nameOfArn(scope.taskArn) ? this.#forgotten : this.#strangers).add(id);
      return;
    }
    if (unknown.length === 0) return;
    const plausible = unknown.filter((id) => /^[0-9a-f-]{32,36}$/.test(id));
    const found =
      plausible.length > 0 ? await fetchTasksByArn(this.#connection, scope.clusterArn, plausible, signal) : [];
    for (const task of found) {
      if (this.#belongs(task)) this.#untold.push(...this.#take(task));
      else this.#strangers.add(nameOfArn(task.taskArn ?? ''));
    }
    for (const id of unknown) if (this.isMember(id) === undefined) this.#forgotten.add(id);
  }

  /** Of tasks long gone only the id stays: a service that keeps crashing leaves thousands in a day. */
  #forgetOld(): void {
    if (this.#scope.kind === 'task' || this.#tasks.size <= mostTasks) return;
    for (const [id, { stage, task }] of this.#tasks) {
      if (stage !== 'stopped' || (task.stoppedAt?.getTime() ?? 0) > Date.now() - longGone) continue;
      this.#tasks.delete(id);
      this.#former.add(id);
    }
  }

  #belongs(task: Task): boolean {
    const scope = this.#scope;
    return (
      scope.kind === 'cluster' || (scope.kind === 'service' && task.group === `service:${nameOfArn(scope.serviceArn)}`)
    );
  }

  async #fetchAll(signal: AbortSignal): Promise<Task[]> {
    const scope = this.#scope;
    if (scope.kind === 'task') return fetchTasksByArn(this.#connection, scope.clusterArn, [scope.taskArn], signal);
    const query = { cluster: scope.clusterArn, service: this.#service };
    const [running, stopped] = await Promise.all([
      fetchTasks(this.#connection, query, signal),
      fetchTasks(this.#connection, { ...query, desiredStatus: 'STOPPED' }, signal),
    ]);
    return [...running, ...stopped];
  }

  async #listRunning(signal: AbortSignal): Promise<string[]> {
    const scope = this.#scope;
    // A single task is described each time; without a listing to be missing from it counts as gone.
    if (scope.kind === 'task') return [];
    return fetchTaskArns(this.#connection, { cluster: scope.clusterArn, service: this.#service }, signal);
  }

  get #service(): string | undefined {
    return this.#scope.kind === 'service' ? nameOfArn(this.#scope.serviceArn) : undefined;
  }

  #take(task: Task): TaskChange[] {
    const id = nameOfArn(task.taskArn ?? '');
    const before = this.#tasks.get(id)?.stage;
    const stage = taskStage(task);
    this.#tasks.set(id, { task, stage });
    this.#forgotten.delete(id);
    const changes: TaskChange[] = before === undefined && stage !== 'stopped' ? this.#revisionChange(task) : [];
    if (stage === before) return changes;
    if (stage === 'running') changes.push({ kind: 'started', task });
    if (stage === 'stopping') changes.push({ kind: 'stopping', task });
    if (stage === 'stopped') changes.push({ kind: 'stopped', task });
    return changes;
  }

  #revisionChange(task: Task): TaskChange[] {
    const { group = '', taskDefinitionArn = '' } = task;
    const before = this.#revisions.get(group);
    this.#revisions.set(group, taskDefinitionArn);
    if (before === undefined || before === taskDefinitionArn || this.#scope.kind === 'task') return [];
    return [{ kind: 'revision', from: before, to: taskDefinitionArn }];
  }
}
