import type { Range } from '../../taskdef/document/range.ts';
import type { PolicyCondition } from '../policy/policyDocument.ts';

/** ECS takes the execution role to start a task; the task role is what the containers, and ECS within them, act as. */
export type RoleUse = 'execution' | 'task';

/** What a permission is for: the id of the statement that grants it. */
export type Purpose =
  | 'AuthorizeWithRegistry'
  | 'PullImages'
  | 'WriteLogs'
  | 'CreateLogGroups'
  | 'ReadSecrets'
  | 'ReadParameters'
  | 'ReadFiles'
  | 'LocateBuckets'
  | 'DecryptWithCustomerKeys'
  | 'FindFileSystems'
  | 'OpenExecChannel'
  | 'MountFileSystems'
  | 'DeliverLogs'
  | 'SendTraces'
  | 'SendMetrics'
  | 'ReadMeshConfiguration'
  | 'TakeOnOtherRoles';

/** Something that a task needs a permission for, and the place in its file that says so. */
export interface Need {
  readonly role: RoleUse;
  readonly purpose: Purpose;
  readonly actions: readonly string[];
  /** As in a policy: unknown parts are `*`. */
  readonly resource: string;
  /** Resources as a request names them, one of which has to be allowed; absent where the file does not tell enough. */
  readonly asked?: readonly string[];
  readonly condition?: PolicyCondition;
  /** What a request's context holds beside what every request has. */
  readonly context?: Readonly<Record<string, string>>;
  /** Whether it may turn out not to be needed: only a key of the customer's has to be allowed, which no file names. */
  readonly onlyPerhaps?: boolean;
  readonly reason: string;
  readonly at: Range;
}
