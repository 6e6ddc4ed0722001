import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { refusedMembers } from '../../rule/refusedMembers.ts';
import { inAwsvpc } from '../../rule/launchTypes.ts';

export const awsvpcMembers = refusedMembers({
  id: 'TD0A1',
  title: 'Under awsvpc a container has no DNS settings, hosts, host name or network switch of its own.',
  link: links.taskNetworking,
  says: 'DNS servers are not supported on container when networkMode=awsvpc.',
  applies: inAwsvpc,
  container: ['dnsServers', 'dnsSearchDomains', 'extraHosts', 'hostname', 'disableNetworking'],
  why: () => l10n.t('it is not supported on container when networkMode=awsvpc'),
});
