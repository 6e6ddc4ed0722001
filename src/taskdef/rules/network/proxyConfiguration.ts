import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Fields } from '../../document/fields.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import { nearest } from '../../rule/nearest.ts';
import { meansNothing } from '../../rule/refusedMembers.ts';
import type { Report, Rule } from '../../rule/rule.ts';

export const proxyConfiguration: Rule = {
  id: 'TD0B2',
  severity: 'error',
  title: 'An App Mesh proxy needs awsvpc, a container and its ports; App Mesh itself has ended.',
  link: links.serviceConnect,
  says: 'APPMESH proxy configuration is only supported in networkMode=awsvpc.',
  check({ document, fields, networkMode, containers, containersCertain }, report) {
    const proxy = fields.fields('proxyConfiguration');
    if (!proxy.present || !proxy.key || meansNothing(proxy.node!)) return;
    report({
      at: proxy.key,
      severity: 'warning',
      message: l10n.t('App Mesh reached its end of support on 30 September 2026: use Service Connect.'),
    });
    if (networkMode !== undefined && networkMode !== 'awsvpc')
      report({
        at: proxy.key,
        message: l10n.t('APPMESH proxy configuration is only supported in networkMode=awsvpc.'),
        fixes: [removeFix(document, proxy.node!, '"proxyConfiguration"', false)],
      });
    const name = proxy.str('containerName');
    if (
      name.value !== undefined &&
      name.node &&
      containersCertain &&
      !containers.some((one) => one.name.value === name.value)
    ) {
      const guess = nearest(
        name.value,
        containers.flatMap((one) => one.name.value ?? []),
      );
      report({
        at: name.node,
        message: l10n.t('Proxy container [{0}] does not exist.', name.value),
        fixes: guess ? [changeFix(document, name.node, guess)] : [],
      });
    }
    checkProperties(proxy, report);
  },
};

function checkProperties(proxy: Fields, report: Report): void {
  const list = proxy.list('properties');
  const names = list.fields().map((property) => property.str('name').value);
  if (!(list.missing || list.certain) || names.includes(undefined)) return;
  const missing = ['AppPorts', 'ProxyIngressPort', 'ProxyEgressPort'].filter((name) => !names.includes(name));
  if (!names.includes('IgnoredUID') && !names.includes('IgnoredGID')) missing.push('IgnoredUID');
  if (missing.length > 0)
    report({ at: list.key ?? proxy.key!, message: l10n.t('The proxy lacks the properties {0}.', missing.join(', ')) });
}
