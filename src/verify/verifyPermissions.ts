import type { Role } from '@aws-sdk/client-iam';
import * as l10n from '@vscode/l10n';
import type { Connection } from '../aws/connection/connection.ts';
import { AwsError, isCredentialProblem } from '../aws/errors.ts';
import { fetchLogGroup } from '../aws/read/logGroups.ts';
import { fetchRolePolicies } from '../aws/read/rolePolicies.ts';
import { simulateRole } from '../aws/read/roles.ts';
import { nameOfArn, parseArn } from '../ecs/arn.ts';
import { judgeRole } from '../iam/compare/judgeRole.ts';
import { questionsOf, type RoleQuestion } from '../iam/compare/questions.ts';
import { superfluousActions } from '../iam/compare/superfluous.ts';
import { type DecisionOf, unmetNeeds } from '../iam/compare/unmetNeeds.ts';
import type { Need, RoleUse } from '../iam/needs/need.ts';
import { type RolePermissions, rolePermissions } from '../iam/needs/rolePermissions.ts';
import type { ExecSetup } from '../iam/needs/taskNeeds.ts';
import type { Node } from '../taskdef/formats/node.ts';
import type { Task } from '../taskdef/document/task.ts';
import { customerKeyNeeds } from './customerKeys.ts';
import { type AccountFinding, askOnce, isMissing, type VerifyContext } from './accountFinding.ts';
import { overgrantFinding, permissionFinding } from './permissionFinding.ts';
import { readRole } from './verifyRole.ts';

/** What is asked about a task's roles. */
interface PermissionOptions {
  /** Set where ECS Exec is let into the tasks. */
  readonly exec?: ExecSetup | undefined;
  /** Whether what an execution role may beyond its purpose is left out: its policies have to be read for that. */
  readonly isBrief?: boolean;
}

/** A role of a task, as its file names it. */
interface NamedRole {
  readonly use: RoleUse;
  readonly arn: string;
  readonly name: string;
  readonly at: Node;
  /** Whether what it may beyond its purpose is looked for, too. */
  readonly withHints: boolean;
}

/**
 * Holds what a task needs of its two roles against what they may: what is missing is found where the file asks for it. A
 * permission of the reader's own that is missing makes this less sure, and is named.
 */
export async function verifyPermissions(
  connection: Connection,
  task: Task,
  options: PermissionOptions,
  context: VerifyContext,
): Promise<AccountFinding[]> {
  const uses = ['execution', 'task'] as const;
  const found = uses.map(async (use) => {
    const { value: arn, node: at } = task.fields.str(use === 'execution' ? 'executionRoleArn' : 'taskRoleArn');
    const permissions = rolePermissions(task, use, options);
    if (arn === undefined || !at || permissions.needs.length === 0) return [];
    // A role that is the task's, too, may what the application needs; a rule speaks of that.
    const isShared = task.fields.str('taskRoleArn').value === arn;
    const withHints = use === 'execution' && !isShared && !options.isBrief;
    return judge(connection, { use, arn, at, name: nameOfArn(arn), withHints }, permissions, context);
  });
  return (await Promise.all(found)).flat();
}

async function judge(
  connection: Connection,
  named: NamedRole,
  { needs, home }: RolePermissions,
  context: VerifyContext,
): Promise<AccountFinding[]> {
  const role = await roleOf(connection, named, context);
  const arn = role?.Arn;
  // One that is missing or of another account is told of by the check of the role itself.
  if (!role || arn === undefined || (parseArn(named.arn) && arn !== named.arn)) return [];
  const [known, keys] = await Promise.all([
    withoutGroupsThatAreThere(connection, needs, context),
    customerKeyNeeds(connection, needs, context),
  ]);
  const asked = [...known, ...keys.needs];
  const questions = questionsOf(asked, home, arn);
  const [answers, hints] = await Promise.all([
    ask(connection, role, questions, named, context),
    named.withHints ? overgrants(connection, role, named, context) : [],
  ]);
  const unmet = unmetNeeds(asked, answers.decisionOf);
  return [...unmet.map((one) => permissionFinding(one, named)), ...answers.remarks, ...hints];
}

/** The role as IAM describes it; undefined where it is not there. Without leave to look, what its ARN tells. */
async function roleOf(connection: Connection, { arn }: NamedRole, context: VerifyContext): Promise<Role | undefined> {
  try {
    return await readRole(connection, arn, context);
  } catch (error) {
    if (isMissing(error) || !isDenied(error)) return rethrown(error);
    return { RoleName: nameOfArn(arn), Arn: parseArn(arn) ? arn : undefined } as Role;
  }
}

/** Credentials that are none, and a cancellation, end everything; what else fails is said by the check of the role itself. */
function rethrown(error: unknown): undefined {
  if (error instanceof AwsError && (error.kind === 'aborted' || isCredentialProblem(error))) throw error;
  return undefined;
}

function isDenied(error: unknown): boolean {
  return error instanceof AwsError && error.kind === 'denied';
}

/** Creating a log group is only needed where it is not there yet. */
async function withoutGroupsThatAreThere(
  connection: Connection,
  needs: readonly Need[],
  context: VerifyContext,
): Promise<Need[]> {
  const kept = needs.map(async (need) => {
    if (need.purpose !== 'CreateLogGroups' || need.onlyPerhaps) return need.onlyPerhaps ? [] : [need];
    const { region, resource = '' } = parseArn(need.resource) ?? {};
    const name = resource.replace(/^log-group:(.*):\*$/, '$1');
    if (region !== connection.region || name.includes('*')) return [];
    try {
      const read = () => fetchLogGroup(connection, name, context.signal);
      return (await askOnce(context, `log group ${name}`, read)) ? [] : [need];
    } catch (error) {
      return rethrown(error) ?? [];
    }
  });
  return (await Promise.all(kept)).flat();
}

interface Answers {
  decisionOf: DecisionOf;
  remarks: AccountFinding[];
}

/** Asks IAM's simulator; where that is refused, reads the policies and judges them here, and says so. */
async function ask(
  connection: Connection,
  role: Role,
  questions: readonly RoleQuestion[],
  { at, name }: NamedRole,
  context: VerifyContext,
): Promise<Answers> {
  if (questions.length === 0) return { decisionOf: () => undefined, remarks: [] };
  try {
    return { decisionOf: await simulateRole(connection, role.Arn ?? '', questions, context.signal), remarks: [] };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    rethrown(error);
    const policies = await policiesOf(connection, role, context);
    const lacking = [
      ...new Set([...(isDenied(error) && error.permission ? [error.permission] : []), ...policies.unread]),
    ];
    for (const permission of lacking) context.unread?.(permission);
    const message = l10n.t(
      'The permissions of role {0} were judged by its own policies, as far as they could be read, and not by those of the organization: {1}',
      name,
      isDenied(error) ? l10n.t('you are not allowed to call {0}.', lacking.join(', ')) : error.message,
    );
    return { decisionOf: judgeRole(policies, questions), remarks: [{ at, severity: 'info', message }] };
  }
}

function policiesOf(connection: Connection, role: Role, context: VerifyContext): ReturnType<typeof fetchRolePolicies> {
  return askOnce(context, `policies of ${role.RoleName}`, () => fetchRolePolicies(connection, role, context.signal));
}

async function overgrants(
  connection: Connection,
  role: Role,
  { at, name }: NamedRole,
  context: VerifyContext,
): Promise<AccountFinding[]> {
  const { identity } = await policiesOf(connection, role, context);
  const actions = superfluousActions(identity);
  return actions.length > 0 ? [{ at, ...overgrantFinding(name, actions) }] : [];
}
