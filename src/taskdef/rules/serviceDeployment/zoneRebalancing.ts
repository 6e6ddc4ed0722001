import * as l10n from '@vscode/l10n';
import type { Fields } from '../../document/fields.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Severity } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';

export const zoneRebalancing: Rule<Service> = {
  id: 'SD06P',
  severity: 'error',
  title:
    'Availability Zone rebalancing goes with REPLICA services that may run more than 100 %, on Fargate or EC2, without Classic Load Balancer.',
  link: links.zoneRebalancing,
  says: "Availability Zone Rebalancing does not support maximumPercent <= 100 % as deployment configuration. The service couldn't be created because Availability Zone Rebalancing does not support DAEMON as scheduling strategy. Update scheduling strategy and try again.",
  check({ document, fields, scheduling }, report) {
    // Where it is left out, ECS turns it on only for services that it goes with.
    const { value, node } = fields.str('availabilityZoneRebalancing');
    if (value !== 'ENABLED' || !node) return;
    for (const [message, severity] of obstacles(fields, scheduling))
      report({ at: node, message, severity, fixes: [changeFix(document, node, 'DISABLED')] });
  },
};

/** Everything that ECS says does not go with rebalancing. */
function* obstacles(fields: Fields, scheduling: string | undefined): Generator<[string, Severity]> {
  if (scheduling === 'DAEMON') yield [l10n.t('Availability Zone rebalancing is not for DAEMON services.'), 'error'];
  const maximum = fields.fields('deploymentConfiguration').num('maximumPercent').value;
  if (maximum !== undefined && maximum <= 100)
    yield [
      l10n.t('Availability Zone rebalancing starts tasks before it stops others: maximumPercent has to be above 100.'),
      'error',
    ];
  if (fields.str('launchType').value === 'EXTERNAL')
    yield [l10n.t('Availability Zone rebalancing is not for launch type EXTERNAL.'), 'error'];
  if (hasClassic(fields))
    yield [l10n.t('Availability Zone rebalancing is not for services behind a Classic Load Balancer.'), 'error'];
  const constraints = fields.list('placementConstraints').fields();
  if (constraints.some((one) => one.str('expression').value?.includes('ecs.availability-zone')))
    yield [
      l10n.t('Availability Zone rebalancing does not go with a placement constraint on Availability Zones.'),
      'error',
    ];
  const first = fields.list('placementStrategy').fields()[0];
  const [type, field] = [first?.str('type').value, first?.str('field').value];
  if (
    type !== undefined &&
    !(type === 'spread' && (field === undefined || field === 'attribute:ecs.availability-zone'))
  )
    yield [
      l10n.t(
        'Availability Zone rebalancing works only where the first placement strategy spreads over Availability Zones.',
      ),
      'warning',
    ];
}

function hasClassic(fields: Fields): boolean {
  return fields
    .list('loadBalancers')
    .fields()
    .some((one) => Boolean(one.str('loadBalancerName').value));
}
