import type { TaskDefinition } from '@aws-sdk/client-ecs';

/** As much of a task definition as decides how it can be run: a revision has it, and a file before it is registered. */
export type TaskShape = Pick<
  TaskDefinition,
  'compatibilities' | 'requiresCompatibilities' | 'containerDefinitions' | 'family' | 'networkMode'
>;
