import type { DeleteTaskDefinitionsRequest, DeleteTaskDefinitionsResponse } from '@aws-sdk/client-ecs';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { invalidParameter } from '../errors.ts';
import type { EcsState } from '../ecsState.ts';
import type { Revision } from '../taskDefinitions/taskDefinitionStore.ts';
import { ecsOf, missingArn } from './lookup.ts';

const MOST = 10;

/** Deletes INACTIVE revisions: they are DELETE_IN_PROGRESS until nothing uses them any more. */
export function deleteTaskDefinitions(
  input: DeleteTaskDefinitionsRequest,
  request: ServiceRequest,
): DeleteTaskDefinitionsResponse {
  const names = input.taskDefinitions ?? [];
  if (names.length === 0) throw invalidParameter('Task definitions cannot be empty.');
  if (names.length > MOST) throw invalidParameter('Task definitions cannot have more than 10 elements.');
  const ecs = ecsOf(request);
  const taskDefinitions = [];
  const failures = [];
  for (const name of names) {
    const revision = /:\d+$/.test(name) ? ecs.taskDefinitions.find(name) : undefined;
    const reason = refusal(revision);
    if (!revision || reason !== undefined) {
      failures.push({ arn: missingArn(ecs, 'task-definition', undefined, name), reason });
      continue;
    }
    revision.data.status = 'DELETE_IN_PROGRESS';
    revision.data.deleteRequestedAt ??= ecs.clock.date();
    taskDefinitions.push(revision.data);
    removeWhenUnused(ecs, revision);
  }
  return { taskDefinitions, failures };
}

function refusal(revision: Revision | undefined): string | undefined {
  if (!revision)
    return 'The specified task definition does not exist. Specify a valid account, family, revision and try again.';
  return revision.data.status === 'ACTIVE'
    ? 'The specified task definition is still in ACTIVE status. Please deregister the target and try again.'
    : undefined;
}

function removeWhenUnused(ecs: EcsState, revision: Revision): void {
  ecs.clock.after(ecs.timings.deleted, () => {
    if (inUse(ecs, revision.data.taskDefinitionArn)) removeWhenUnused(ecs, revision);
    else ecs.taskDefinitions.families.get(revision.data.family)?.revisions.delete(revision.data.revision);
  });
}

function inUse(ecs: EcsState, arn: string): boolean {
  return [...ecs.clusters.values()].some(
    (cluster) =>
      cluster.liveTasks().some((task) => task.data.taskDefinitionArn === arn) ||
      [...cluster.services.values()].some((service) =>
        service.deployments.some((each) => each.spec.taskDefinition === arn),
      ),
  );
}
