import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const clusterName = limitRule({
  id: 'SD071',
  title: 'A cluster is a name of letters, digits, hyphens and underscores, or the ARN of a cluster.',
  link: links.createService,
  members: ['CreateServiceRequest.cluster'],
  allowed: () =>
    l10n.t('a name of letters, digits, hyphens and underscores, or arn:aws:ecs:eu-west-1:123456789012:cluster/name'),
});
