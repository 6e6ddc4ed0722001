import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { readTask, type Task } from '../../../src/taskdef/document/task.ts';
import type { RoleUse } from '../../../src/iam/needs/need.ts';
import { type RolePermissions, rolePermissions } from '../../../src/iam/needs/rolePermissions.ts';
import type { ExecSetup } from '../../../src/iam/needs/taskNeeds.ts';

export const account = '111122223333';
export const region = 'eu-west-1';

function taskOf(text: string): Task {
  return readTask(parseDocument(text, { kind: 'taskDefinition' }), { home: { account, region } });
}

/** What a role of a task definition with one container needs. */
export function needed(
  use: RoleUse,
  container: object,
  task: object = {},
  exec?: ExecSetup,
): RolePermissions & { text: string } {
  const text = JSON.stringify({
    family: 'lantern',
    ...task,
    containerDefinitions: [{ name: 'web', image: 'busybox:1', ...container }],
  });
  return { ...rolePermissions(taskOf(text), use, { exec }), text };
}

/** Each action with its resources, such as `s3:GetObject arn:aws:s3:::bucket/key`, sorted. */
export function granted({ statements }: RolePermissions): string[] {
  return statements
    .flatMap(({ actions, resources }) => actions.flatMap((action) => resources.map((one) => `${action} ${one}`)))
    .sort();
}
