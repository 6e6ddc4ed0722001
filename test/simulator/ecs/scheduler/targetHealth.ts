import type { LoadBalancer } from '@aws-sdk/client-ecs';
import type { ImageBehaviour } from '../images.ts';
import type { ServiceState } from '../serviceState.ts';
import type { TaskState } from '../taskState.ts';
import { addEvent, eventTexts } from './events.ts';

type Tell = (count: number) => void;

/** The load balancer's side of a service: targets come, are judged, and go. */
export class TargetHealth {
  readonly #service: ServiceState;
  /** What happened at this very moment; one event tells of all targets that share it. */
  readonly #tallies = new Map<string, { count: number; tell: Tell }>();

  constructor(service: ServiceState) {
    this.#service = service;
  }

  /** A task came to RUNNING: its targets are registered and judged after a while. */
  register(task: TaskState): void {
    const balancers = balancersOf(task);
    if (balancers.length === 0) return;
    const { clock, timings } = this.#service.cluster.ecs;
    task.targetHealth = 'initial';
    const timer = clock.after(timings.registered, () => {
      if (!task.running) return;
      for (const { targetGroupArn = '' } of balancers) {
        this.#tally(`registered ${targetGroupArn}`, (count) =>
          addEvent(this.#service, eventTexts.registered(count, targetGroupArn)),
        );
      }
      task.timers.add(clock.after(this.#verdictAfter(task), () => this.#judge(task, balancers)));
    });
    task.timers.add(timer);
  }

  deregister(task: TaskState): void {
    const balancers = balancersOf(task);
    for (const { targetGroupArn = '' } of balancers) {
      this.#tally(`deregistered ${targetGroupArn}`, (count) =>
        addEvent(this.#service, eventTexts.deregistered(count, targetGroupArn)),
      );
    }
    const taskSet = task.deployment?.id;
    if (balancers.length === 0) return;
    this.#tally(`draining ${taskSet}`, (count) => addEvent(this.#service, eventTexts.draining(count), { taskSet }));
  }

  #tally(what: string, tell: Tell): void {
    if (this.#tallies.size === 0) this.#service.cluster.ecs.clock.after(0, () => this.#tellAll());
    const tally = this.#tallies.get(what) ?? { count: 0, tell };
    tally.count += 1;
    this.#tallies.set(what, tally);
  }

  #tellAll(): void {
    const all = [...this.#tallies.values()];
    this.#tallies.clear();
    for (const { count, tell } of all) tell(count);
  }

  #verdictAfter(task: TaskState): number {
    const { timings } = this.#service.cluster.ecs;
    const grace = (this.#service.settings.healthCheckGracePeriodSeconds ?? 0) * timings.second;
    return behaviourOf(task).target === 'unhealthy' ? Math.max(timings.targetVerdict, grace) : timings.targetVerdict;
  }

  #judge(task: TaskState, balancers: LoadBalancer[]): void {
    if (!task.running) return;
    const { target = 'healthy', targetReason = 'Health checks failed with these codes: [503]' } = behaviourOf(task);
    if (target === 'healthy') {
      task.targetHealth = 'healthy';
      this.#service.scheduler.taskChanged(task, 'health');
      return;
    }
    task.targetHealth = 'unhealthy';
    const [balancer] = balancers;
    const group = balancer?.targetGroupArn ?? '';
    addEvent(this.#service, eventTexts.unhealthyTarget(task, balancer?.containerPort ?? 0, group, targetReason));
    task.life.stop('ServiceSchedulerInitiated', `Task failed ELB health checks in (target-group ${group})`);
  }
}

function balancersOf(task: TaskState): LoadBalancer[] {
  return (task.deployment?.spec.loadBalancers ?? []).filter((balancer) => balancer.targetGroupArn !== undefined);
}

/** The behaviour of the container that the load balancer talks to. */
function behaviourOf(task: TaskState): ImageBehaviour {
  const name = balancersOf(task)[0]?.containerName;
  const container = task.definition.containerDefinitions?.find((each) => each.name === name);
  const { family = '', revision = 0 } = task.definition;
  const use = { image: container?.image ?? '', family, revision, container: name ?? '' };
  return task.cluster.ecs.region.account.images.behaviour(use);
}
