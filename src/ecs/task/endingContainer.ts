import type { Container } from '@aws-sdk/client-ecs';

/** Signals by which ECS ends what still runs: 128 + SIGTERM, and SIGKILL after stopTimeout. */
const endedByEcs = new Set([143, 137]);

/**
 * The container that ended a task: an essential one that ECS did not end itself. What ECS then ended did not fail. Undefined
 * where that cannot be told; all count as essential unless it is said which are.
 */
export function endingContainer(
  containers: readonly Container[],
  isEssential: (name: string | undefined) => boolean = () => true,
): Container | undefined {
  const essential = containers.filter(({ exitCode, name }) => exitCode !== undefined && isEssential(name));
  const byItself = essential.filter(({ exitCode = 0 }) => !endedByEcs.has(exitCode));
  if (byItself.length > 0) return byItself.find(({ exitCode }) => exitCode !== 0) ?? byItself[0];
  return essential.length === 1 ? essential[0] : undefined;
}
