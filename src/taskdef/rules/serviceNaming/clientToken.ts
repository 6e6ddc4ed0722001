import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const clientToken = limitRule({
  id: 'SD072',
  title: 'A client token has up to 36 printable ASCII characters and no blank.',
  link: links.createService,
  members: ['CreateServiceRequest.clientToken'],
  allowed: () => l10n.t('printable ASCII characters without blanks'),
});
