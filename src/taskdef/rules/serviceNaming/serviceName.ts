import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { slug } from '../../facts/slug.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const serviceName = limitRule({
  id: 'SD070',
  title: 'A service name has 1 to 255 letters, digits, hyphens and underscores.',
  link: links.createService,
  neededEvenEmpty: true,
  members: ['CreateServiceRequest.serviceName', 'UpdateServiceRequest.service'],
  allowed: () => l10n.t('letters, digits, hyphens and underscores only'),
  repair: slug,
});
