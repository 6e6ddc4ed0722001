import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { refusedMembers } from '../../rule/refusedMembers.ts';
import { onWindows } from '../../rule/launchTypes.ts';

export const windowsMembers = refusedMembers({
  id: 'TD0B3',
  title: 'Windows containers do not have what belongs to Linux.',
  link: links.windows,
  applies: onWindows,
  task: ['pidMode', 'ipcMode', 'proxyConfiguration'],
  container: [
    'linuxParameters',
    'privileged',
    'user',
    'readonlyRootFilesystem',
    'disableNetworking',
    'dnsServers',
    'dnsSearchDomains',
    'extraHosts',
    'links',
    'ulimits',
    'memoryReservation',
    'systemControls',
  ],
  volume: ['efsVolumeConfiguration'],
  why: () => l10n.t('Windows containers do not support it'),
});
