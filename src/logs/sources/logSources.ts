import type { Task, TaskDefinition } from '@aws-sdk/client-ecs';
import { nameOfArn } from '../../ecs/arn.ts';
import { visibleLine } from '../../ecs/text/visibleText.ts';
import { type CloudWatchLog, type ContainerLog, containerLogs, type ForeignLog } from './containerLog.ts';
import type { LogEvent, LogLine, Writer } from '../lines/logLine.ts';

/** One log group and what is known of the streams in it. */
export class LogSource {
  readonly region: string;
  readonly group: string;
  readonly #task: string | undefined;
  readonly #logs = new Map<string, CloudWatchLog>();
  readonly #writers = new Map<string, Writer>();

  /** `task`: id of the only task whose streams are wanted. */
  constructor(region: string, group: string, task?: string) {
    this.region = region;
    this.group = group;
    this.#task = task;
  }

  /** Whether this was news. */
  add(log: CloudWatchLog): boolean {
    const key = `${log.container}|${log.streamId}|${log.streamPrefix}`;
    if (this.#logs.has(key)) return false;
    this.#logs.set(key, log);
    this.#writers.clear();
    return true;
  }

  /** Prefixes of the streams of all containers; empty when any of them can be named anything. */
  get streamPrefixes(): string[] {
    const id = this.#task ?? '';
    const logs = [...this.#logs.values()];
    const prefixes = [...new Set(logs.map((log) => log.streamPrefix + (log.streamId === 'task' ? id : '')))];
    return prefixes.includes('') ? [] : prefixes;
  }

  /** Whether streams are named by the container runtime's id, which ECS tells only after a container has begun. */
  get namesByRuntime(): boolean {
    return [...this.#logs.values()].some(({ streamId }) => streamId === 'runtime');
  }

  /** Who writes a stream; undefined when none of the known containers does. */
  writerOf(stream: string, taskOfRuntime: (runtimeId: string) => Writer | undefined): Writer | undefined {
    const known = this.#writers.get(stream);
    if (known) return known;
    const writer = this.#identify(stream, taskOfRuntime);
    // Streams of tasks long gone must not be remembered for ever.
    if (this.#writers.size > 10_000) this.#writers.clear();
    if (!writer) return undefined;
    const container = visibleLine(writer.container);
    const shown = container === writer.container ? writer : { ...writer, container };
    this.#writers.set(stream, shown);
    return shown;
  }

  #identify(stream: string, taskOfRuntime: (runtimeId: string) => Writer | undefined): Writer | undefined {
    for (const { container, streamPrefix, streamId } of this.#logs.values()) {
      if (!stream.startsWith(streamPrefix)) continue;
      const id = stream.slice(streamPrefix.length);
      if (streamId === 'task' && id !== '' && !id.includes('/')) return { task: id, container };
      if (streamId === 'none' && id === '') return { task: undefined, container };
      const writer = streamId === 'runtime' ? taskOfRuntime(id) : undefined;
      if (writer) return writer;
    }
    return undefined;
  }
}

/** The log groups that the revisions of a scope write to, and the containers that write elsewhere. */
export class LogSources {
  readonly #region: string;
  readonly #only: { task?: string | undefined; container?: string | undefined };
  readonly #sources = new Map<string, LogSource>();
  readonly #foreign = new Map<string, ForeignLog>();
  readonly #known = new Set<string>();

  /** `region`: where the tasks run. `only`: the one task, by id, or container that is wanted. */
  constructor(region: string, only: { task?: string | undefined; container?: string | undefined } = {}) {
    this.#region = region;
    this.#only = only;
  }

  get all(): LogSource[] {
    return [...this.#sources.values()];
  }

  get foreign(): ForeignLog[] {
    return [...this.#foreign.values()];
  }

  knows(taskDefinitionArn: string): boolean {
    return this.#known.has(taskDefinitionArn);
  }

  /** Takes a revision for known of which nothing is known. */
  lose(taskDefinitionArn: string): void {
    this.#known.add(taskDefinitionArn);
  }

  /** Adds a revision's containers; returns the groups that have to be read differently from now on. */
  add(definition: TaskDefinition): LogSource[] {
    this.#known.add(definition.taskDefinitionArn ?? '');
    const { container } = this.#only;
    const wanted = containerLogs(definition).filter((log) => container === undefined || log.container === container);
    const changed = new Set<LogSource>();
    for (const log of wanted) {
      const readable = this.#readable(log);
      if (readable && this.#source(readable).add(readable)) changed.add(this.#source(readable));
    }
    return [...changed];
  }

  #readable(log: ContainerLog): CloudWatchLog | undefined {
    if (log.kind === 'cloudWatch') return log;
    this.#foreign.set(log.container, log);
    // Asked for one container, its log router is the nearest there is; asked for more, the router comes anyway.
    return this.#only.container === undefined ? undefined : log.nearest;
  }

  /**
   * The containers of a service share a reader for each group. Those of a single task have one each: the prefix that
   * they share is that of all other tasks, too.
   */
  #source({ region = this.#region, group, container }: CloudWatchLog): LogSource {
    const { task } = this.#only;
    const key = [region, group, task === undefined ? '' : container].join('|');
    const source = this.#sources.get(key) ?? new LogSource(region, group, task);
    this.#sources.set(key, source);
    return source;
  }
}

/** The lines of a group picked by hand: whoever wrote them is wanted. */
export function linesOfGroup(group: string, events: readonly LogEvent[]): LogLine[] {
  return events.map((event) => Object.assign(event, { group, writer: writerOfStream(event.stream) }));
}

/** The writer of a stream in a group picked by hand: task and container where ECS named it, else the stream itself. */
export function writerOfStream(stream: string): Writer {
  const [, container, task] = /(?:^|\/)([^/]+?)(?:\/|-firelens-)([0-9a-f]{32})$/.exec(stream) ?? [];
  return container && task ? { task, container } : { task: undefined, container: visibleLine(stream) };
}

/** Finds the container with a runtime id, which names the stream where `awslogs` has no prefix. */
export function writerOfRuntime(tasks: readonly Task[], runtimeId: string): Writer | undefined {
  for (const { taskArn = '', containers = [] } of tasks) {
    const container = containers.find((one) => one.runtimeId === runtimeId);
    if (container) return { task: nameOfArn(taskArn), container: container.name ?? '' };
  }
  return undefined;
}
