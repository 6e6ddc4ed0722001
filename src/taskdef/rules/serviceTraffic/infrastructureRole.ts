import * as l10n from '@vscode/l10n';
import type { Value } from '../../document/fields.ts';
import type { Service } from '../../document/service.ts';
import { isArnOf, roleFlaw } from '../../facts/arnForms.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const infrastructureRole: Rule<Service> = {
  id: 'SD01B',
  severity: 'error',
  title: 'The roles by which ECS works on load balancers, volumes and certificates are named by their ARNs.',
  link: links.managedEbsVolume,
  check({ fields }, report) {
    for (const { value, node } of rolesIn(fields)) {
      if (value === undefined || !node || isArnOf('role', value)) continue;
      report({
        at: node,
        message: value === '' ? l10n.t('roleArn is empty.') : roleFlaw('roleArn', value),
      });
    }
  },
};

function rolesIn(fields: Service['fields']): Value<string>[] {
  return [
    ...fields
      .list('loadBalancers')
      .fields()
      .map((target) => target.fields('advancedConfiguration')),
    ...fields.list('vpcLatticeConfigurations').fields(),
    ...fields
      .list('volumeConfigurations')
      .fields()
      .map((volume) => volume.fields('managedEBSVolume')),
    ...fields
      .fields('serviceConnectConfiguration')
      .list('services')
      .fields()
      .map((one) => one.fields('tls')),
  ].map((holder) => holder.str('roleArn'));
}
