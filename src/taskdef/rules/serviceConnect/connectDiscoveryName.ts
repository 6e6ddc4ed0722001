import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';
import { slug } from '../../facts/slug.ts';

export const connectDiscoveryName = limitRule({
  id: 'SD01I',
  title: 'A discovery name has up to 64 lower-case letters, digits, hyphens and underscores and begins with no hyphen.',
  link: links.connectService,
  members: ['ServiceConnectService.discoveryName'],
  allowed: () => l10n.t('up to 64 lower-case letters, digits, hyphens and underscores, the first no hyphen'),
  repair: (text) => slug(text)?.toLowerCase().slice(0, 64),
});
