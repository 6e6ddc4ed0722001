import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { refusedMembers } from '../../rule/refusedMembers.ts';
import { onFargate } from '../../rule/launchTypes.ts';

export const dockerVolume = refusedMembers({
  id: 'TD061',
  title: 'Fargate has no Docker volumes.',
  link: links.dockerVolumes,
  says: 'Fargate compatible task definitions do not support dockerVolumeConfiguration.',
  applies: onFargate,
  volume: ['dockerVolumeConfiguration'],
  why: () => l10n.t('Fargate compatible task definitions do not support Docker volumes; use EFS'),
});
