import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';
import { slug } from '../../facts/slug.ts';

export const containerName = limitRule({
  id: 'TD015',
  title: 'A container name has 1 to 255 letters, digits, hyphens and underscores.',
  link: links.containerDefinition,
  neededEvenEmpty: true,
  members: ['ContainerDefinition.name'],
  except: ['minLength'],
  allowed: () => l10n.t('letters, digits, hyphens and underscores only'),
  repair: slug,
});
