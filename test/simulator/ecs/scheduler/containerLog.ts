import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { LogStream } from '../../logs/logStream.ts';
import type { Timer } from '../../timerHeap.ts';
import type { ImageBehaviour } from '../images.ts';
import { defaultLogWriter, type LineContext, type LogWriter } from '../logWriter.ts';
import type { TaskState } from '../taskState.ts';

/** The group, Region and stream that a container's awslogs configuration names; undefined for other drivers. */
export function logTarget(
  container: ContainerDefinition,
  taskId: string,
): { group: string; region: string; stream: string; createGroup: boolean } | undefined {
  const { logDriver, options = {} } = container.logConfiguration ?? {};
  const group = options['awslogs-group'];
  if (logDriver !== 'awslogs' || group === undefined) return undefined;
  const prefix = options['awslogs-stream-prefix'];
  return {
    group,
    region: options['awslogs-region'] ?? '',
    stream: prefix === undefined ? taskId : `${prefix}/${container.name}/${taskId}`,
    createGroup: options['awslogs-create-group'] === 'true',
  };
}

/** Prints what an image prints, into the stream that the task definition names. */
export class ContainerLog {
  readonly #task: TaskState;
  readonly #definition: ContainerDefinition;
  readonly #writer: LogWriter | undefined;
  #stream: LogStream | undefined;
  #timer: Timer | undefined;
  #line = 0;

  constructor(task: TaskState, definition: ContainerDefinition, behaviour: ImageBehaviour) {
    this.#task = task;
    this.#definition = definition;
    this.#writer = behaviour.log === false ? undefined : (behaviour.log ?? defaultLogWriter);
  }

  start(): void {
    this.#open();
    const now = this.#task.cluster.ecs.clock.now();
    this.#write(this.#writer?.start?.(this.#context(now)), now);
    this.#keepWriting();
  }

  /** Goes on writing; what was written before belongs to whoever seeds the account. */
  resume(_startedAt: Date): void {
    this.#open();
    this.#keepWriting();
  }

  /** Writes what the runtime says in the container's place. */
  say(line: string): void {
    this.#open();
    this.#write([line], this.#task.cluster.ecs.clock.now());
  }

  end(exitCode: number): void {
    const now = this.#task.cluster.ecs.clock.now();
    this.#write(this.#writer?.end?.(this.#context(now), exitCode), now);
    this.stop();
  }

  stop(): void {
    this.#timer?.cancel();
  }

  #open(): void {
    const target = logTarget(this.#definition, this.#task.id);
    if (!target) return;
    const { region } = this.#task.cluster.ecs;
    const { logs } = target.region ? region.account.region(target.region) : region;
    const group = logs.groups.get(target.group) ?? (target.createGroup ? logs.createGroup(target.group) : undefined);
    this.#stream = group?.openStream(target.stream);
  }

  #keepWriting(): void {
    const writer = this.#writer;
    if (!writer || !this.#stream) return;
    const { clock } = this.#task.cluster.ecs;
    this.#timer = clock.every(writer.every, () => {
      const now = clock.now();
      this.#write(writer.lines(this.#context(now)), now);
    });
  }

  #write(lines: string[] | undefined, time: number): void {
    if (!lines || lines.length === 0) return;
    this.#stream?.put(lines.map((message) => ({ timestamp: time, message })));
    this.#line += 1;
  }

  #context(time: number): LineContext {
    const { random } = this.#task.cluster.ecs;
    return { line: this.#line, time, container: this.#definition.name ?? '', taskId: this.#task.id, random };
  }
}
