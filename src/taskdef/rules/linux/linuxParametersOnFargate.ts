import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { refusedMembers } from '../../rule/refusedMembers.ts';
import { onFargate } from '../../rule/launchTypes.ts';

export const linuxParametersOnFargate = refusedMembers({
  id: 'TD0A3',
  title: 'Fargate has no devices, shared memory size or swap.',
  link: links.fargate,
  says: 'Fargate compatible task definitions do not support devices.',
  applies: onFargate,
  linuxParameters: ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness'],
  why: () => l10n.t('Fargate compatible task definitions do not support it'),
});
