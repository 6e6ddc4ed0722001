import { logTarget } from '../ecs/scheduler/containerLog.ts';
import type { LogWriter } from '../ecs/logWriter.ts';
import type { TaskState } from '../ecs/taskState.ts';
import type { NewEvent } from '../logs/logStream.ts';
import { Random } from '../random.ts';

const MOST_LINES = 600;
const INGESTED_AFTER_MS = 400;

/** Gives a task's streams what it printed before the account came to life, back to `since` milliseconds ago or to its start. */
export function backfillLogs(task: TaskState, since: number): void {
  const { ecs } = task.cluster;
  const end = (task.data.executionStoppedAt ?? ecs.clock.date()).getTime();
  const start = task.data.startedAt?.getTime();
  if (start === undefined) return;
  for (const container of task.definition.containerDefinitions ?? []) {
    const target = logTarget(container, task.id);
    const name = container.name ?? '';
    const use = { image: container.image ?? '', family: task.definition.family ?? '', revision: 0, container: name };
    const writer = ecs.region.account.images.behaviour(use).log;
    if (!target || !writer) continue;
    const { logs } = ecs.region.account.region(target.region || ecs.region.name);
    const exitCode = task.data.containers.find((each) => each.name === name)?.exitCode;
    const context = { container: name, taskId: task.id, random: new Random(ecs.random.integer(1, 0x7fffffff)) };
    const life = { start, end, since: end - since, exitCode };
    logs
      .openGroup(target.group)
      .openStream(target.stream)
      .remember(() => linesOf(writer, context, life));
  }
}

/** From start to end, and since when its lines count, in epoch milliseconds. */
interface Life {
  readonly start: number;
  readonly end: number;
  readonly since: number;
  readonly exitCode: number | undefined;
}

function linesOf(
  writer: LogWriter,
  context: { container: string; taskId: string; random: Random },
  { start, end, since, exitCode }: Life,
): NewEvent[] {
  const events: NewEvent[] = [];
  const write = (time: number, messages: string[] = []): void => {
    for (const message of messages) events.push({ timestamp: time, message, ingestionTime: time + INGESTED_AFTER_MS });
  };
  if (start >= since) write(start, writer.start?.({ ...context, time: start, line: 0 }));
  let line = 1;
  const from = Math.max(start, since, end - writer.every * MOST_LINES);
  for (let time = from + writer.every; time < end; time += writer.every)
    write(time, writer.lines({ ...context, time, line: line++ }));
  if (exitCode !== undefined) write(end, writer.end?.({ ...context, time: end, line }, exitCode));
  return events;
}
