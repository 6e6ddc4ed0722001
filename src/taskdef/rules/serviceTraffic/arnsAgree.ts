import * as l10n from '@vscode/l10n';
import { parseArn, type Arn } from '../../../ecs/arn.ts';
import type { Value } from '../../document/fields.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import type { Rule } from '../../rule/rule.ts';

interface Place {
  name: string;
  arn: Arn;
  node: Node;
}

export const arnsAgree: Rule<Service> = {
  id: 'SD019',
  severity: 'warning',
  title: 'Cluster, task definition, target groups and registries of a service are of one account and Region.',
  link: links.createService,
  check({ fields }, report) {
    const places = placesIn(fields);
    const [first, ...others] = places;
    for (const { name, arn, node } of others) {
      for (const part of ['region', 'account'] as const) {
        if (arn[part] === first!.arn[part]) continue;
        report({
          at: node,
          message:
            part === 'region'
              ? l10n.t('{0} is in Region {1}, {2} in {3}.', name, arn.region, first!.name, first!.arn.region)
              : l10n.t('{0} is of account {1}, {2} of {3}.', name, arn.account, first!.name, first!.arn.account),
          related: [{ range: first!.node, message: first!.name }],
        });
      }
    }
  },
};

function placesIn(fields: Service['fields']): Place[] {
  const places: Place[] = [];
  const add = (name: string, { value, node }: Value<string>): void => {
    const arn = value === undefined ? undefined : parseArn(value);
    if (arn && node && arn.region !== '' && /^\d{12}$/.test(arn.account)) places.push({ name, arn, node });
  };
  add('cluster', fields.str('cluster'));
  add('taskDefinition', fields.str('taskDefinition'));
  for (const target of fields.list('loadBalancers').fields()) {
    const advanced = target.fields('advancedConfiguration');
    add('targetGroupArn', target.str('targetGroupArn'));
    for (const name of ['alternateTargetGroupArn', 'productionListenerRule', 'testListenerRule'])
      add(name, advanced.str(name));
  }
  for (const registry of fields.list('serviceRegistries').fields()) add('registryArn', registry.str('registryArn'));
  return places;
}
