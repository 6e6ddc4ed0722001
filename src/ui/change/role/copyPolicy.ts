import { env, l10n } from 'vscode';
import { type RoleForm, writeRole } from '../../../iam/documents/writeRole.ts';
import { rolePermissions } from '../../../iam/needs/rolePermissions.ts';
import { showInformation } from '../../common/messages.ts';
import { pickOne } from '../../common/pick/pickOne.ts';
import type { Workbench } from '../../common/workbench.ts';
import { wideLine } from './roleLines.ts';
import { chooseTask, roleNameOf } from './taskOfFile.ts';

export const failure = (): string => l10n.t('Nothing was copied.');

/** Puts the policy that one role of a file's or a row's task definition needs onto the clipboard, in the form that the person keeps such things in. */
export async function run(_workbench: Workbench, argument?: unknown): Promise<void> {
  const { task, name, execIsOn } = await chooseTask(argument);
  const title = l10n.t('Copy Policy');
  const { use, exec } = await pickOne(rolesToCopy(execIsOn), {
    title,
    placeHolder: l10n.t('Whose policy'),
  });
  const role = rolePermissions(task, use, { exec });
  if (role.statements.length === 0) {
    void showInformation(
      use === 'execution'
        ? l10n.t('ECS needs no execution role for {0}.', name)
        : l10n.t('ECS itself needs no task role for {0}.', name),
    );
    return;
  }
  const { form } = await pickOne(formsToCopy(), { title, placeHolder: l10n.t('How it is written') });
  await env.clipboard.writeText(writeRole(role, form, roleNameOf(task, use)));
  const copied = l10n.t('Copied: {0} statements.', role.statements.length);
  void showInformation(role.statements.some(({ isWide }) => isWide) ? `${copied} ${wideLine()}` : copied);
}

/** The two roles of a task, with the difference between them in a sentence. */
function rolesToCopy(execIsOn: boolean) {
  const task = l10n.t(
    'What the containers act as: with it ECS mounts file systems and delivers logs; add what the application calls.',
  );
  const roles = [
    {
      label: l10n.t('Execution role'),
      detail: l10n.t('What ECS acts as to start the task: it pulls images, reads secrets and writes logs.'),
      use: 'execution' as const,
      exec: undefined,
    },
    { label: l10n.t('Task role'), detail: task, use: 'task' as const, exec: undefined },
    { label: l10n.t('Task role, with ECS Exec'), detail: task, use: 'task' as const, exec: {} },
  ];
  // Where a service lets ECS Exec in, a role without it would not do.
  return execIsOn ? roles.filter(({ use, exec }) => use === 'execution' || exec) : roles;
}

function formsToCopy(): { label: string; description: string; form: RoleForm }[] {
  return [
    { label: 'JSON', description: l10n.t('the policy alone'), form: 'json' },
    { label: 'CloudFormation', description: l10n.t('the role in YAML, with the reasons'), form: 'cloudFormation' },
    { label: 'Terraform', description: l10n.t('the role in HCL, with the reasons'), form: 'terraform' },
  ];
}
