import type { InstanceState } from './instanceState.ts';
import type { TaskState } from './taskState.ts';

const SPOT_NOTICE_MINUTES = 2;

/** Fargate takes Spot capacity back: the task stops two minutes after the notice that its service never sees. */
export function interruptSpotTask(task: TaskState): void {
  const { clock, timings } = task.cluster.ecs;
  clock.after(SPOT_NOTICE_MINUTES * timings.minute, () =>
    task.life.stop('SpotInterruption', 'Your Spot Task was interrupted.'),
  );
}

/** A container instance goes, and its tasks with it. */
export function loseHost(host: InstanceState, how: 'terminated' | 'stopped'): void {
  host.agentConnected = false;
  host.cluster.instances.delete(host.id);
  for (const task of host.tasks) {
    task.life.stop('TerminationNotice', `Host EC2 (instance ${host.ec2InstanceId}) ${how}.`);
  }
}

/** AWS retires the host under a Fargate task. */
export function retireTask(task: TaskState): void {
  const reason = 'ECS is performing maintenance on the underlying infrastructure hosting the task';
  task.life.stop('ServiceSchedulerInitiated', reason);
}
