import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { containersOf, duplicate, eachContainer, whole, type DefinitionRule } from './rule.ts';

const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const IMAGE = /^[A-Za-z0-9\-_:./#]{1,255}(@sha256:[0-9a-f]{64})?$/;

/** Containers, and how they depend on each other. */
export const containerRules: readonly DefinitionRule[] = [
  eachContainer(({ name }) => (name ? undefined : 'Container.name should not be null or empty.')),
  eachContainer(({ name }) => (NAME.test(name ?? '') ? undefined : 'Container.name contains invalid characters.')),
  eachContainer(({ image }) => (image ? undefined : 'Container.image should not be null or empty.')),
  eachContainer(({ image }) => (IMAGE.test(image ?? '') ? undefined : 'Container.image contains invalid characters')),
  whole((input) =>
    duplicate(containersOf(input).map((container) => container.name ?? ''))
      ? 'Container names must be unique within a task definition'
      : undefined,
  ),
  whole((input) =>
    containersOf(input).every((container) => container.essential === false)
      ? "Task definition doesn't have any essential container"
      : undefined,
  ),
  function* (input) {
    const containers = containersOf(input);
    for (const container of containers) yield* dependencyRefusals(container, containers);
  },
  whole((input) => (hasCycle(containersOf(input)) ? 'Container dependency cycle detected.' : undefined)),
  eachContainer(({ volumesFrom = [] }, input) => {
    const known = containersOf(input).map((each) => each.name);
    const unknown = volumesFrom.find((from) => !known.includes(from.sourceContainer));
    return unknown && `Invalid 'volumesFrom' setting. Unknown container: '${unknown.sourceContainer}'`;
  }),
  eachContainer(({ healthCheck }) => {
    if (!healthCheck) return undefined;
    const { interval = 30, timeout = 5, retries = 3, startPeriod = 0 } = healthCheck;
    if (interval < 5 || interval > 300) return 'Health check interval must be between 5 and 300 seconds.';
    if (timeout < 2 || timeout > 60) return 'Health check timeout must be between 2 and 60 seconds.';
    if (retries < 1 || retries > 10) return 'Health check retries must be between 1 and 10.';
    return startPeriod < 0 || startPeriod > 300
      ? 'Health check startPeriod must be between 0 and 300 seconds.'
      : undefined;
  }),
  eachContainer(({ restartPolicy }) => {
    const period = restartPolicy?.restartAttemptPeriod;
    return period !== undefined && (period < 60 || period > 1800)
      ? 'restartAttemptPeriod must be between 60 and 1800'
      : undefined;
  }),
  eachContainer(({ ulimits = [] }) => {
    const wrong = ulimits.find((ulimit) => (ulimit.softLimit ?? 0) > (ulimit.hardLimit ?? 0));
    return wrong && `Soft limit exceeds hard limit for ulimit ${wrong.name}`;
  }),
];

function* dependencyRefusals(container: ContainerDefinition, all: ContainerDefinition[]): Iterable<string> {
  for (const { containerName, condition } of container.dependsOn ?? []) {
    const other = all.find((each) => each.name === containerName);
    if (!other) {
      yield `Cannot depend on container ${containerName} because it does not exist`;
    } else if ((condition === 'SUCCESS' || condition === 'COMPLETE') && (other.essential ?? true)) {
      yield 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container';
    } else if (condition === 'HEALTHY' && !other.healthCheck) {
      yield 'A dependency container with HEALTHY condition must have health check configured';
    }
  }
}

function hasCycle(containers: ContainerDefinition[]): boolean {
  const edges = new Map(
    containers.map((each) => [each.name, each.dependsOn?.map((other) => other.containerName) ?? []]),
  );
  const reaches = (from: string | undefined, to: string | undefined, seen: Set<string | undefined>): boolean =>
    (edges.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
  return containers.some((each) => reaches(each.name, each.name, new Set()));
}
