import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { refusedMembers } from '../../rule/refusedMembers.ts';
import { onFargate } from '../../rule/launchTypes.ts';

export const ipcMode = refusedMembers({
  id: 'TD0AA',
  title: 'Fargate has no ipcMode.',
  link: links.fargate,
  says: 'Tasks using the Fargate launch type do not support ipcMode.',
  applies: onFargate,
  task: ['ipcMode'],
  why: () => l10n.t('Fargate compatible task definitions do not support ipcMode'),
});
