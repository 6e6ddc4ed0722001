import type { Task, TaskDefinition } from '@aws-sdk/client-ecs';
import type { Connection } from '../../aws/connection/connection.ts';
import { fetchService } from '../../aws/read/services.ts';
import { fetchLatestRevision } from '../../aws/read/taskDefinitions.ts';
import { nameOfArn } from '../../ecs/arn.ts';
import type { LogEvent, LogLine, Writer } from '../lines/logLine.ts';
import type { TaskScope } from './logScope.ts';
import { type LogSource, LogSources, writerOfRuntime } from './logSources.ts';
import { type TaskChange, TaskWatcher } from './taskWatcher.ts';

/** What of a scope's tasks has changed, and the log groups that have to be read anew for it. */
export interface ScopeNews {
  changes: TaskChange[];
  sources: LogSource[];
  /** Revisions that ECS does not know any more: where their containers write, nobody can tell. */
  lost: string[];
}

/** Streams without a writer that are remembered. */
const namelessLimit = 500;

/** The tasks of a scope and the log groups that their revisions write to. */
export class ScopeSources {
  readonly tasks: TaskWatcher;
  readonly sources: LogSources;
  readonly #connection: Connection;
  readonly #scope: TaskScope;
  /** Streams named by a container runtime's id that no known task has, by the group they are in. */
  readonly #nameless = new Map<LogSource, Set<string>>();
  /** Not told yet. */
  #lost: string[] = [];

  constructor(connection: Connection, scope: TaskScope) {
    this.#connection = connection;
    this.#scope = scope;
    this.tasks = new TaskWatcher(connection, scope);
    const only = scope.kind === 'task' ? { task: nameOfArn(scope.taskArn), container: scope.container } : {};
    this.sources = new LogSources(connection.region, only);
  }

  /**
   * Two round trips: the service beside its tasks' ids, then the tasks beside the revisions that the service runs.
   * Revisions that only stopped tasks ran would cost a third; `refresh` reads them unless `thorough` wants them now.
   */
  async load(signal: AbortSignal, { thorough = false } = {}): Promise<ScopeNews> {
    const revisions = this.#fetchServiceRevisions(signal);
    revisions.catch(() => undefined);
    const changes = await this.tasks.load(signal);
    const early = await revisions;
    const all = thorough || this.#scope.kind === 'task';
    const tasks = this.tasks.tasks.filter((task) => all || task.lastStatus !== 'STOPPED');
    const late = await this.#fetchRevisions(tasks.map(revisionOf), signal);
    return { changes, sources: [...new Set([...early, ...late])], lost: this.#lost.splice(0) };
  }

  async refresh(signal: AbortSignal): Promise<ScopeNews> {
    const changes = await this.tasks.refresh(signal);
    const sources = await this.#fetchRevisions(this.tasks.tasks.map(revisionOf), signal);
    return { changes, sources: [...new Set([...sources, ...this.#named()])], lost: this.#lost.splice(0) };
  }

  /**
   * Gives lines their writers and drops those of other tasks that share the group. Of a task that ECS does not know,
   * nobody can tell: now it must be another cluster's, in the past it may have been forgotten.
   */
  async select(
    source: LogSource,
    events: LogEvent[],
    signal: AbortSignal,
    unknowns: 'dropForgotten' | 'keepForgotten' = 'dropForgotten',
  ): Promise<LogLine[]> {
    const unknown = new Set<string>();
    for (const { stream } of events) {
      const writer = this.#writerOf(source, stream);
      if (!writer && source.namesByRuntime) this.#leaveNameless(source, stream);
      const task = writer?.task;
      if (task !== undefined && this.tasks.isMember(task) === undefined) unknown.add(task);
    }
    if (unknown.size > 0) await this.tasks.resolve([...unknown], signal);
    const isWanted = (task: string): boolean =>
      this.tasks.isMember(task) === true || (unknowns === 'keepForgotten' && this.tasks.isForgotten(task));
    return events.flatMap((event) => {
      const writer = this.#writerOf(source, event.stream);
      if (!writer || (writer.task !== undefined && !isWanted(writer.task))) return [];
      return [Object.assign(event, { group: source.group, writer })];
    });
  }

  /** Groups with lines that were left out before ECS told whose container wrote them: it tells some seconds later. */
  #named(): LogSource[] {
    return [...this.#nameless].flatMap(([source, streams]) => {
      const found = [...streams].filter((stream) => this.#writerOf(source, stream));
      for (const stream of found) streams.delete(stream);
      return found.length > 0 ? [source] : [];
    });
  }

  #writerOf(source: LogSource, stream: string): Writer | undefined {
    return source.writerOf(stream, (id) => writerOfRuntime(this.tasks.tasks, id));
  }

  #leaveNameless(source: LogSource, stream: string): void {
    const streams = this.#nameless.get(source) ?? new Set();
    this.#nameless.set(source, streams);
    streams.add(stream);
    // Those of other services stay nameless for ever.
    const [oldest] = streams;
    if (streams.size > namelessLimit && oldest !== undefined) streams.delete(oldest);
  }

  async #fetchServiceRevisions(signal: AbortSignal): Promise<LogSource[]> {
    const scope = this.#scope;
    if (scope.kind !== 'service') return [];
    const service = await fetchService(this.#connection, scope.clusterArn, scope.serviceArn, signal);
    const deployed = (service.deployments ?? []).map((deployment) => deployment.taskDefinition);
    return this.#fetchRevisions([service.taskDefinition, ...deployed], signal);
  }

  async #fetchRevisions(arns: readonly (string | undefined)[], signal: AbortSignal): Promise<LogSource[]> {
    const unknown = new Set(arns.filter((arn): arn is string => arn !== undefined && !this.sources.knows(arn)));
    const described = await Promise.all([...unknown].map((arn) => this.#fetchRevision(arn, signal)));
    return described.flatMap((definition) => (definition ? this.sources.add(definition) : []));
  }

  /** A revision that was deleted must not end the stream of those that run. */
  async #fetchRevision(arn: string, signal: AbortSignal): Promise<TaskDefinition | undefined> {
    const found = await fetchLatestRevision(this.#connection, arn, signal);
    if (found) return found.taskDefinition;
    this.sources.lose(arn);
    this.#lost.push(arn);
    return undefined;
  }
}

function revisionOf(task: Task): string | undefined {
  return task.taskDefinitionArn;
}
