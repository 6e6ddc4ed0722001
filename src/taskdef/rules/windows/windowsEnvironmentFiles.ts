import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { refusedMembers } from '../../rule/refusedMembers.ts';
import { allOf, onFargate, onWindows } from '../../rule/launchTypes.ts';

export const windowsEnvironmentFiles = refusedMembers({
  id: 'TD0B8',
  title: 'Windows tasks on Fargate read no environment files.',
  link: links.environmentFiles,
  applies: (task) => allOf(onFargate(task), onWindows(task)),
  container: ['environmentFiles'],
  why: () => l10n.t('Windows tasks on Fargate do not support environment files'),
});
