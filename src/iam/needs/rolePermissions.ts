import type { Task } from '../../taskdef/document/task.ts';
import { executionNeeds } from './executionNeeds.ts';
import type { Need, RoleUse } from './need.ts';
import { type TaskHome, taskHome } from './place.ts';
import { type NeededStatement, statementsOf } from './statements.ts';
import { type ExecSetup, taskNeeds } from './taskNeeds.ts';

/** What one role of a task needs. */
export interface RolePermissions {
  readonly use: RoleUse;
  readonly home: TaskHome;
  readonly needs: readonly Need[];
  readonly statements: readonly NeededStatement[];
}

/** What a role of a task needs for all that ECS does in its name; what the application does with its own is not known here. */
export function rolePermissions(
  task: Task,
  use: RoleUse,
  options: { exec?: ExecSetup | undefined } = {},
): RolePermissions {
  const needs = use === 'execution' ? executionNeeds(task) : taskNeeds(task, options);
  return { use, home: taskHome(task), needs, statements: statementsOf(needs) };
}
