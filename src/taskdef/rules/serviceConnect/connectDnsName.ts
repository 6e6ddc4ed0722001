import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';
import { slug } from '../../facts/slug.ts';

export const connectDnsName = limitRule({
  id: 'SD01H',
  title: 'The DNS name of a client alias has up to 127 letters, digits, hyphens, underscores and dots.',
  link: links.connectAlias,
  says: 'The DNS name that you provided is invalid',
  members: ['ServiceConnectClientAlias.dnsName'],
  allowed: () => l10n.t('up to 127 letters, digits, hyphens, underscores and dots, the first no hyphen'),
  repair: (text) => slug(text)?.toLowerCase().slice(0, 127),
});
