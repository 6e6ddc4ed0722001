import type { Fix } from './finding.ts';
import { addFix } from './fixes.ts';
import { accountOf } from '../document/regionOf.ts';
import type { Task } from '../document/task.ts';

/** Adds an execution role; the account is the file's own where it names one. */
export function roleFix({ document, fields }: Task): Fix[] {
  const member = fields.member('executionRoleArn');
  if (!fields.node || member.node) return [];
  const account = accountOf({ document });
  // Without an account the role would be a placeholder, which nobody can register.
  const arn = `arn:aws:iam::${account ?? '<ACCOUNT_ID>'}:role/ecsTaskExecutionRole`;
  return [addFix(document, fields.node, 'executionRoleArn', arn, { preferred: account !== undefined })];
}
