import * as l10n from '@vscode/l10n';
import type { Fields } from '../../document/fields.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const loadBalancerRole: Rule<Service> = {
  id: 'SD06Q',
  severity: 'error',
  title: 'A role of your own is for one load balancer without awsvpc; anything else needs the service-linked role.',
  link: links.serviceLinkedRoles,
  says: 'You cannot specify an IAM role for services that require a service linked role. IAM roles are only valid for services configured to use load balancers.',
  check({ document, fields, controller }, report) {
    const { value, node, key } = fields.str('role');
    if (!value || !node || !key) return;
    const message = flaw(fields, controller);
    if (message) report({ at: key, message, fixes: [removeFix(document, node, '"role"')] });
  },
};

function flaw(fields: Fields, controller: string | undefined): string | undefined {
  const balancers = fields.list('loadBalancers');
  if (balancers.empty && controller !== 'EXTERNAL')
    return l10n.t('role is for load balancers, and the service has none.');
  if (fields.fields('networkConfiguration').has('awsvpcConfiguration'))
    return l10n.t('With network mode awsvpc ECS uses its service-linked role: leave role out.');
  if (balancers.fields().length > 1)
    return l10n.t('With several load balancers ECS uses its service-linked role: leave role out.');
  if (fields.list('serviceRegistries').filled)
    return l10n.t('With service discovery ECS uses its service-linked role: leave role out.');
  return undefined;
}
