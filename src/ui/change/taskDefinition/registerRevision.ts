import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { CancellationError, l10n, type TextDocument, window, workspace } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { type DescribedTaskDefinition, fetchLatestRevision } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { diffFields } from '../../../taskdef/register/diffFields.ts';
import { assertMayChange, confirmChange } from '../../common/change/confirmChange.ts';
import { getSetting } from '../../common/settings.ts';
import { UserError } from '../../common/userError.ts';
import type { Workbench } from '../../common/workbench.ts';
import { describeChanges } from './changeLines.ts';
import { chooseDocument } from '../../common/documents/chooseDocument.ts';
import { readWithSiblings } from '../../common/documents/readDocument.ts';
import { type FileToRegister, readRegisterInput } from './readRegisterInput.ts';
import { registerAsSeen } from './registerAsSeen.ts';
import { showTaskDefinitionDiff } from './taskDefinitionDiff.ts';
import { verifiedLines } from './verifiedLines.ts';
import { verifyDocument } from './verifyDocument.ts';
import { offer } from '../../common/offer.ts';
import { deployRevision, showProblems } from '../../common/waysOut.ts';

export const failure = (): string => l10n.t('No revision was registered.');

/** Registers the task definition of a file: checks it, shows what differs from the latest revision, asks, registers. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  const document = await chooseDocument(argument);
  const { connection, taskDefinition, isNew } = await registerDocument(workbench, document);
  const name = nameOf(taskDefinition);
  const said = isNew
    ? l10n.t('Registered {0}.', name)
    : l10n.t('{0} already says exactly this; no revision is needed.', name);
  offer('information', said, deployRevision(taskDefinition.taskDefinitionArn ?? '', connection));
}

/** A revision of a file, and whether it was made just now. */
export interface FileRevision {
  connection: Connection;
  taskDefinition: TaskDefinition;
  isNew: boolean;
}

/** All that is known and was asked of a file before its revision is registered. */
export interface PreparedRevision {
  connection: Connection;
  document: TextDocument;
  file: FileToRegister;
  latest: DescribedTaskDefinition | undefined;
}

/** The revision that says what the file says: the latest one where it does already, otherwise one made after asking. */
export async function registerDocument(workbench: Workbench, document: TextDocument): Promise<FileRevision> {
  return registerPrepared(workbench, await prepareRevision(workbench, document));
}

/** Reads a file and asks for what it leaves open. Throws a UserError where its revision could not be registered. */
export async function prepareRevision(workbench: Workbench, document: TextDocument): Promise<PreparedRevision> {
  const file = await readRegisterInput(await readWithSiblings(document));
  const connection = await workbench.connections.forUri(document.uri);
  await assertMayChange(connection);
  const latest = await fetchLatestRevision(connection, file.input.family ?? '');
  await verifyBefore(workbench, file, connection);
  await chooseTags(file, latest);
  return { connection, document, file, latest };
}

/** Shows the difference, asks, and registers; `remarks` are further lines for the question. */
export async function registerPrepared(
  workbench: Workbench,
  { connection, document, file, latest }: PreparedRevision,
  remarks: readonly string[] = [],
): Promise<FileRevision> {
  if (latest && diffFields(latest, file.input).length === 0) {
    return { connection, taskDefinition: latest.taskDefinition, isNew: false };
  }
  await showTaskDefinitionDiff(workbench, connection, latest, file.input, file.read.name);
  const verified = await verifiedLines(workbench, document, connection);
  const all = [...file.remarks, ...verified, ...remarks];
  const taskDefinition = await confirmAndRegister(connection, document, latest, { ...file, remarks: all });
  workbench.log.info(l10n.t('Registered {0}.', nameOf(taskDefinition)));
  const tags = file.input.tags ?? [];
  workbench.revisionNews.fire({ connection, latest: { taskDefinition, tags } });
  return { connection, taskDefinition, isNew: true };
}

/** By setting, the file is first held against the account; what would not start there stops the registration. */
async function verifyBefore(workbench: Workbench, { read }: FileToRegister, connection: Connection): Promise<void> {
  if (!getSetting('ecs.register.verify')) return;
  const { findings } = await verifyDocument(workbench, read, connection);
  const [first] = findings.filter(({ severity }) => severity === 'error');
  if (!first) return;
  throw new UserError(l10n.t('A task of this file would not start in the account: {0}', first.message), showProblems());
}

/** A file that says nothing of tags would lose those of the latest revision; that is not decided silently. */
async function chooseTags({ input }: FileToRegister, latest: DescribedTaskDefinition | undefined): Promise<void> {
  const tags = latest?.tags ?? [];
  if (input.tags !== undefined || !latest || tags.length === 0) return;
  const names = tags.map(({ key, value }) => `${key}=${value}`).join(', ');
  const keep = { label: l10n.t('Keep the tags of {0}', nameOf(latest.taskDefinition)), description: names };
  const drop = { label: l10n.t('No tags') };
  const picked = await window.showQuickPick([keep, drop], {
    title: l10n.t('Register Revision'),
    placeHolder: l10n.t('The file says nothing of tags'),
  });
  if (!picked) throw new CancellationError();
  if (picked === keep) input.tags = tags;
}

async function confirmAndRegister(
  connection: Connection,
  document: TextDocument,
  latest: DescribedTaskDefinition | undefined,
  { input, remarks }: FileToRegister,
): Promise<TaskDefinition> {
  const family = input.family ?? '';
  const { taskDefinition } = await registerAsSeen(connection, {
    title: l10n.t('Registering {0}', family),
    input,
    latest,
    ask: (known, between, newest) => {
      const next = `${family}:${known + 1}`;
      return confirmChange({
        connection,
        operation: 'RegisterTaskDefinition',
        question: l10n.t('Register {0}?', next),
        resource: l10n.t('task definition {0}', next),
        changes: [
          l10n.t('From {0}', workspace.asRelativePath(document.uri)),
          ...(newest ? describeChanges(newest, input) : [firstLine(known)]),
          ...remarks,
        ],
        between,
        action: l10n.t('Register'),
      });
    },
  });
  return taskDefinition;
}

function firstLine(known: number): string {
  if (known === 0) return l10n.t('This is the first revision of the family.');
  return l10n.t('All revisions of the family so far are deregistered, the newest is {0}.', known);
}

function nameOf(taskDefinition: TaskDefinition): string {
  return familyRevision(taskDefinition.taskDefinitionArn ?? '');
}
