import { logTarget } from '../ecs/scheduler/containerLog.ts';
import type { TaskState } from '../ecs/taskState.ts';

const MOST_LINES = 600;
const INGESTED_AFTER_MS = 400;

/** Writes what a task printed before the account came to life, back to `since` milliseconds ago or to its start. */
export function backfillLogs(task: TaskState, since: number): void {
  const { ecs } = task.cluster;
  const now = (task.data.executionStoppedAt ?? ecs.clock.date()).getTime();
  const started = task.data.startedAt?.getTime();
  if (started === undefined) return;
  for (const container of task.definition.containerDefinitions ?? []) {
    const target = logTarget(container, task.id);
    const use = {
      image: container.image ?? '',
      family: task.definition.family ?? '',
      revision: 0,
      container: container.name ?? '',
    };
    const writer = ecs.region.account.images.behaviour(use).log;
    if (!target || !writer) continue;
    const { logs } = ecs.region.account.region(target.region || ecs.region.name);
    const stream = logs.openGroup(target.group).openStream(target.stream);
    const context = { container: container.name ?? '', taskId: task.id, random: ecs.random };
    const write = (time: number, messages: string[] | undefined): void =>
      stream.put(
        (messages ?? []).map((message) => ({ timestamp: time, message, ingestionTime: time + INGESTED_AFTER_MS })),
      );
    if (started >= now - since) write(started, writer.start?.({ ...context, time: started, line: 0 }));
    const from = Math.max(started, now - since, now - writer.every * MOST_LINES);
    let line = 1;
    for (let time = from + writer.every; time < now; time += writer.every) {
      write(time, writer.lines({ ...context, time, line }));
      line += 1;
    }
    const exitCode = task.data.containers.find((each) => each.name === container.name)?.exitCode;
    if (exitCode !== undefined) write(now, writer.end?.({ ...context, time: now, line }, exitCode));
  }
}
