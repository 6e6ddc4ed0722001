import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';
import { slug } from '../../facts/slug.ts';

export const familyName = limitRule({
  id: 'TD011',
  title: 'A family has 1 to 255 letters, digits, hyphens and underscores.',
  link: links.registerTaskDefinition,
  neededEvenEmpty: true,
  members: ['RegisterTaskDefinitionRequest.family'],
  allowed: () => l10n.t('letters, digits, hyphens and underscores only'),
  repair: slug,
});
