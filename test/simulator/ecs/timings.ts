/** Milliseconds that steps of a task's life take; the defaults were measured on real accounts. */
export interface StartTimings {
  /** After creation: capacity is there, the task turns PENDING. */
  connected: number;
  pullStarted: number;
  pullStopped: number;
  /** ACTIVATING begins. */
  activating: number;
  /** RUNNING. */
  started: number;
  /** After the last container ended: the task knows that it stops. */
  exitNoticed: number;
  /** After the last container ended and that was noticed: STOPPED. */
  deprovisioned: number;
}

export interface Timings {
  fargate: StartTimings;
  ec2Awsvpc: StartTimings;
  ec2Bridge: StartTimings;
  /** From a stop request to SIGTERM where nothing has to be drained. */
  sigterm: number;
  /** From a stop request to the target's deregistration. */
  deregistered: number;
  /** Connection draining before SIGTERM. */
  drain: number;
  /** From creation to the failure of a task whose image name resolves to nothing. */
  wrongImage: number;
  /** From creation to the failure of a task whose image manifest is retried seven times. */
  pullRetried: number;
  /** From creation to the failure of a task that cannot reach the network. */
  noRoute: number;
  /** From creation to a failed initialization (secrets, log group, volumes). */
  initializationFailed: number;
  /** How long a dependency may stay unhealthy before the task fails to start. */
  dependency: number;
  /** Between a change and the service scheduler's answer to it. */
  scheduler: number;
  /** From RUNNING until a task without any health check counts as healthy. */
  settled: number;
  /** From RUNNING to the registration of its targets. */
  registered: number;
  /** From registration to a healthy (or unhealthy) target. */
  targetVerdict: number;
  /** From the last failure to the circuit breaker's action. */
  breakerTrips: number;
  /** How long a rollback lasts at least, even when the old tasks never left. */
  rollback: number;
  /** Waits before the next start after two, three … tasks in a row that never ran; the last is repeated. */
  startThrottle: readonly number[];
  /** Stays of a blue/green, linear or canary deployment in a stage that only passes. */
  stage: number;
  /** One minute of a bake time or of a pause between traffic steps. */
  minute: number;
  /** One second of what a definition or a service asks for: health checks, stop timeout, grace and restart periods. */
  second: number;
  /** How long a new task waits for the managed agent (ECS Exec). */
  agentRunning: number;
  /** How long a cluster, service or instance takes to vanish after its deletion. */
  deleted: number;
}

export const measuredTimings: Timings = {
  fargate: {
    connected: 17_700,
    pullStarted: 22_400,
    pullStopped: 26_300,
    activating: 27_500,
    started: 27_900,
    exitNoticed: 10_000,
    deprovisioned: 13_500,
  },
  ec2Awsvpc: {
    connected: 3_000,
    pullStarted: 13_400,
    pullStopped: 13_800,
    activating: 14_100,
    started: 14_300,
    exitNoticed: 400,
    deprovisioned: 12_400,
  },
  ec2Bridge: {
    connected: 0,
    pullStarted: 1_600,
    pullStopped: 7_100,
    activating: 8_100,
    started: 8_300,
    exitNoticed: 400,
    deprovisioned: 300,
  },
  sigterm: 300,
  deregistered: 10_000,
  drain: 28_000,
  wrongImage: 18_500,
  pullRetried: 121_500,
  noRoute: 265_500,
  initializationFailed: 24_000,
  dependency: 180_000,
  scheduler: 1_500,
  settled: 40_000,
  registered: 10_000,
  targetVerdict: 50_000,
  breakerTrips: 45_000,
  rollback: 30_000,
  startThrottle: [260_000, 450_000, 900_000],
  stage: 15_000,
  minute: 60_000,
  second: 1000,
  agentRunning: 2_000,
  deleted: 30_000,
};

/** All timings times `factor`; 0.25 lives four times as fast. */
export function scaledTimings(factor: number, timings: Timings = measuredTimings): Timings {
  return scale(timings, factor) as Timings;
}

function scale(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return value * factor;
  if (Array.isArray(value)) return value.map((item) => scale(item, factor));
  return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, scale(item, factor)]));
}
