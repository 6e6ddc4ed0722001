import { commands, l10n, Range, type TextDocument, workspace, WorkspaceEdit } from 'vscode';
import { attachRolePolicy, createRole, putRolePolicy, undoRole } from '../../../aws/change/role.ts';
import type { Connection } from '../../../aws/connection/connection.ts';
import type { Consent } from '../../../aws/connection/gate.ts';
import { AwsError } from '../../../aws/errors.ts';
import { fetchRole } from '../../../aws/read/roles.ts';
import { isRoleName, type NewRole, newRole, newRoleText } from '../../../iam/documents/newRole.ts';
import { type RolePermissions, rolePermissions } from '../../../iam/needs/rolePermissions.ts';
import { taskExecutionPolicy } from '../../../iam/policy/managedPolicies.ts';
import { readTask } from '../../../taskdef/document/task.ts';
import { setExecutionRole } from '../../../taskdef/refactor/setExecutionRole.ts';
import { remember } from '../../../verify/accountFinding.ts';
import { withKnownKeys } from '../../../verify/customerKeys.ts';
import { carryOutSteps, type ChangeStep } from '../../common/change/changeSteps.ts';
import { assertMayChange, confirmChange } from '../../common/change/confirmChange.ts';
import { readDocument } from '../../common/documents/readDocument.ts';
import { showInformation } from '../../common/messages.ts';
import { askInput, pickOne } from '../../common/pick/pickOne.ts';
import { UserError } from '../../common/userError.ts';
import { virtualDocument } from '../../common/virtualDocuments.ts';
import type { Workbench } from '../../common/workbench.ts';
import { AccountFindings } from '../taskDefinition/accountFindings.ts';
import { roleLines } from './roleLines.ts';
import { chooseTaskFile, roleNameOf } from './taskOfFile.ts';

export const failure = (): string => l10n.t('The role was not created.');

/** What IAM takes as the policies of one role, blanks not counted. */
const longestPolicy = 10_240;

/** Makes the execution role that a task-definition file needs, after showing all of it, and offers to name it in the file. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  const read = await chooseTaskFile(argument);
  const connection = await workbench.connections.forUri(read.document.uri);
  await assertMayChange(connection);
  const { account } = await connection.identity();
  const task = readTask(read.source, { home: { account, region: connection.region } });
  const found = rolePermissions(task, 'execution');
  const context = { signal: new AbortController().signal, once: remember() };
  const permissions = await withKnownKeys(connection, found, context);
  if (permissions.statements.length === 0) {
    void showInformation(l10n.t('ECS needs no execution role for {0}.', read.name));
    return;
  }
  const managed = await pickPolicies(permissions);
  const role = newRole(permissions, await askName(roleNameOf(task, 'execution')), managed);
  await assertNew(connection, role);
  const uri = virtualDocument(workbench, `/role-to-create/${role.name}.json`, newRoleText(role), connection);
  await commands.executeCommand('vscode.open', uri, { preview: true });
  const made = await confirmAndCreate(connection, role);
  if (made === undefined) return;
  workbench.own(AccountFindings).madeUp(connection, { kind: 'executionRole', name: role.name });
  void offerToWrite(read.document, role.name, made);
}

async function confirmAndCreate(connection: Connection, role: NewRole): Promise<string | undefined> {
  const consent = await confirmChange({
    connection,
    operation: 'CreateRole',
    also: ['PutRolePolicy', 'AttachRolePolicy', 'DetachRolePolicy', 'DeleteRolePolicy', 'DeleteRole'],
    question: l10n.t('Create role {0}?', role.name),
    resource: l10n.t('role {0}, in all Regions of the account', role.name),
    changes: roleLines(role),
    action: l10n.t('Create'),
  });
  const made: { arn?: string } = {};
  const title = l10n.t('Creating role {0}', role.name);
  return (await carryOutSteps(connection, title, stepsOf(role, made, consent))) ? made.arn : undefined;
}

function stepsOf({ name, trust, policy, managed }: NewRole, made: { arn?: string }, consent: Consent): ChangeStep[] {
  const input = {
    name,
    trust: JSON.stringify(trust),
    description: l10n.t('Execution role of ECS tasks, made by ECS Workbench'),
  };
  const steps: ChangeStep[] = [
    {
      holds: l10n.t('Role {0} exists.', name),
      lacks: l10n.t('There is no role {0}.', name),
      run: async (session, signal) => {
        made.arn = await createRole(session, input, consent, signal);
      },
      undo: (session, signal) => undoRole(session, { part: 'role', role: name }, consent, signal),
      harmless: true,
    },
  ];
  if (policy) {
    const document = JSON.stringify(policy.document);
    steps.push({
      holds: l10n.t('It has the policy {0}.', policy.name),
      lacks: l10n.t('It lacks the policy {0}.', policy.name),
      run: (session, signal) => putRolePolicy(session, { role: name, policy: policy.name, document }, consent, signal),
      undo: (session, signal) =>
        undoRole(session, { part: 'policy', role: name, policy: policy.name }, consent, signal),
      harmless: true,
    });
  }
  if (managed !== undefined) {
    steps.push({
      holds: l10n.t('{0} is attached to it.', taskExecutionPolicy),
      lacks: l10n.t('{0} is not attached to it.', taskExecutionPolicy),
      run: (session, signal) => attachRolePolicy(session, { role: name, arn: managed }, consent, signal),
      undo: (session, signal) => undoRole(session, { part: 'managed', role: name, arn: managed }, consent, signal),
      harmless: true,
    });
  }
  return steps;
}

/** Whether AWS's own policy is attached, or the role gets the least alone. */
async function pickPolicies(permissions: RolePermissions): Promise<boolean> {
  const least = {
    label: l10n.t('Only what this file needs'),
    detail: l10n.t('One policy in the role: its repositories, log groups, secrets, parameters and files.'),
    managed: false,
  };
  const rest = newRole(permissions, '', true).policy !== undefined;
  const shared = {
    label: rest ? l10n.t('{0}, and what it lacks', taskExecutionPolicy) : taskExecutionPolicy,
    detail: l10n.t('AWS’s policy lets it pull all images and write all logs; secrets and files are not in it.'),
    managed: true,
  };
  const placeHolder = l10n.t('What the role is allowed');
  return (await pickOne([least, shared], { title: l10n.t('Create Execution Role'), placeHolder })).managed;
}

async function askName(value: string): Promise<string> {
  const name = await askInput({
    title: l10n.t('Create Execution Role'),
    prompt: l10n.t('Name of the role'),
    value,
    ignoreFocusOut: true,
    validateInput: (text) =>
      isRoleName(text.trim()) ? undefined : l10n.t('Up to 64 letters, digits and + = , . @ - _'),
  });
  return name.trim();
}

/** Throws a UserError where there is such a role, or its policy would be too long. */
async function assertNew(connection: Connection, { name, policy }: NewRole): Promise<void> {
  if (policy && JSON.stringify(policy.document).length > longestPolicy)
    throw new UserError(l10n.t('Its policy would be longer than the {0} characters that IAM takes.', longestPolicy));
  try {
    await fetchRole(connection, name);
  } catch (error) {
    // Whether it is there IAM says once more when it is made.
    if (error instanceof AwsError && (error.kind === 'notFound' || error.kind === 'denied')) return;
    throw error;
  }
  throw new UserError(l10n.t('There is a role {0} already: Verify Against Account says what it lacks.', name));
}

async function offerToWrite(document: TextDocument, name: string, arn: string): Promise<void> {
  const write = l10n.t('Name It in the File');
  const text = l10n.t('Role {0} was created. It can take some seconds until ECS may take it on.', name);
  if ((await showInformation(text, write)) !== write) return;
  const { source } = readDocument(document);
  const change = setExecutionRole(source, arn);
  if (!change) return;
  const range = new Range(document.positionAt(change.offset), document.positionAt(change.offset + change.length));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, change.text);
  await workspace.applyEdit(edit);
}
