import type { ServiceState } from '../serviceState.ts';
import type { TaskState } from '../taskState.ts';

const KEPT = 100;
const WITHHELD_MS = 6 * 3_600_000;
const GUIDE = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';

/** Writes a service event, `(service <name>) <text>`. A `withheld` one is not repeated within six hours while it is among the events. */
export function addEvent(
  service: ServiceState,
  text: string,
  options: { withheld?: boolean; taskSet?: string } = {},
): void {
  const { clock, random } = service.cluster.ecs;
  const subject = options.taskSet
    ? `(service ${service.name}, taskSet ${options.taskSet})`
    : `(service ${service.name})`;
  const message = `${subject} ${text}`;
  const since = clock.now() - WITHHELD_MS;
  const earlier = service.events.find((event) => event.message === message);
  if (options.withheld && earlier?.createdAt && earlier.createdAt.getTime() > since) return;
  service.events.unshift({ id: random.uuid(), createdAt: nextMoment(service), message });
  service.events.length = Math.min(service.events.length, KEPT);
}

/** Events of one moment stand a millisecond apart, so that their order can be told from their times. */
function nextMoment(service: ServiceState): Date {
  const now = service.cluster.ecs.clock.now();
  const newest = service.events[0]?.createdAt?.getTime() ?? 0;
  return new Date(newest >= now && newest < now + 1000 ? newest + 1 : now);
}

export const eventTexts = {
  steady: () => 'has reached a steady state.',
  started: (tasks: readonly TaskState[]) => `has started ${tasks.length} tasks: ${list(tasks)}.`,
  replaced: (tasks: readonly TaskState[], unhealthy: number) =>
    `has started ${tasks.length} tasks: ${list(tasks)}. Amazon ECS replaced ${unhealthy} tasks due to an unhealthy status.`,
  stopped: (tasks: readonly TaskState[]) => `has stopped ${tasks.length} running tasks: ${list(tasks)}.`,
  stoppedPending: (count: number) => `stopped ${count} pending tasks.`,
  registered: (count: number, targetGroup: string) => `registered ${count} targets in (target-group ${targetGroup})`,
  deregistered: (count: number, targetGroup: string) =>
    `deregistered ${count} targets in (target-group ${targetGroup})`,
  draining: (count: number) => `has begun draining connections on ${count} tasks.`,
  completed: (id: string) => `(deployment ${id}) deployment completed.`,
  failed: (id: string) => `(deployment ${id}) deployment failed: tasks failed to start.`,
  failedByAlarm: (id: string) => `(deployment ${id}) deployment failed: alarm detected.`,
  rollingBack: (oldId: string) => `rolling back to deployment ${oldId}.`,
  unhealthyContainer: (task: TaskState) => `(task ${task.id}) failed container health checks.`,
  unhealthyTarget: (task: TaskState, port: number, targetGroup: string, reason: string) =>
    `(${task.instance ? `instance ${task.instance.ec2InstanceId}` : `task ${task.id}`}) (port ${port}) is unhealthy in (target-group ${targetGroup}) due to (reason ${reason}).`,
  notPlaced: (reason: string) => `was unable to place a task. Reason: ${reason.endsWith('.') ? reason : `${reason}.`}`,
  noInstance: (cause: string) =>
    `was unable to place a task because no container instance met all of its requirements. ${cause} ${GUIDE}`,
  closest: (instanceId: string, lack: string) => `The closest matching (container-instance ${instanceId}) ${lack}`,
  inconsistent: () => `is unable to consistently start tasks successfully. ${GUIDE}`,
  blocked: () =>
    'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
  protectedTasks: (taskSet: string, count: number) =>
    `was unable to reach steady state because (taskSet ${taskSet}) was unable to scale in due to (reason ${count} tasks under protection)`,
} as const;

function list(tasks: readonly TaskState[]): string {
  return tasks.map((task) => `(task ${task.id})`).join(' ');
}
