import { access } from 'node:fs/promises';
import { l10n, Position, type Range, SnippetString, type TextDocument, Uri, window, workspace } from 'vscode';
import { awsFilePaths } from '../../aws/profile/awsFilePaths.ts';
import { configProblemOf, fetchSharedConfig } from '../../aws/profile/configFiles.ts';
import { showWarning } from '../common/messages.ts';
import type { Workbench } from '../common/workbench.ts';

export const failure = (): string => l10n.t('The configuration file was not opened.');

/** Opens the AWS configuration file, at what is wrong in it. Where there is none, a new one that exists once it is saved. */
export async function run({ connections }: Workbench): Promise<void> {
  const problem = configProblemOf(await fetchSharedConfig(), connections.wanted.profile ?? 'default');
  const path = problem?.path ?? awsFilePaths().config;
  if (!(await isThere(path))) return openNew(Uri.file(path));
  const document = await workspace.openTextDocument(Uri.file(path));
  await window.showTextDocument(document, { selection: lineOf(document, problem?.line) });
  if (problem) void showWarning(problem.message);
}

/** A profile of each usual kind to fill in; nobody's keys are asked for where a sign-in does. */
async function openNew(uri: Uri): Promise<void> {
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri.with({ scheme: 'untitled' })));
  if (editor.document.getText() !== '') return;
  await editor.insertSnippet(new SnippetString(template()), new Position(0, 0));
}

function template(): string {
  const signIn = l10n.t('A profile that signs in with IAM Identity Center. Once this is saved, choose it and sign in.');
  const keys = l10n.t('A profile with keys: “aws configure” of the AWS CLI asks for them and keeps them apart.');
  return `# ${signIn}
[sso-session \${1:company}]
sso_start_url = https://\${2:company}.awsapps.com/start
sso_region = \${3:eu-west-1}

[profile \${4:dev}]
sso_session = \${1:company}
sso_account_id = \${5:123456789012}
sso_role_name = \${6:Developer}
region = \${7:eu-west-1}

# ${keys}
# [default]
# region = eu-west-1
`;
}

function lineOf(document: TextDocument, line: number | undefined): Range | undefined {
  return line === undefined ? undefined : document.lineAt(Math.min(line, document.lineCount) - 1).range;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
