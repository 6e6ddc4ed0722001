import * as l10n from '@vscode/l10n';
import type { Fields } from '../../document/fields.ts';
import type { Service } from '../../document/service.ts';
import type { Container } from '../../document/task.ts';
import { links } from '../../facts/links.ts';
import { setFix } from '../../rule/fixes.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';

export const trafficContainer: Rule<Service> = {
  id: 'SD011',
  severity: 'error',
  title: 'A load balancer names the container and the port that its traffic goes to.',
  link: links.loadBalancer,
  neededEvenEmpty: true,
  check({ document, fields, task }, report) {
    for (const target of fields.list('loadBalancers').fields()) {
      const name = target.str('containerName');
      const port = target.member('containerPort');
      const container = receiver(task?.containers, name.value);
      const fix = (member: string, value: string | number | undefined): Fix[] =>
        value === undefined ? [] : [setFix(document, target.node!, member, value)];
      const at = target.member('targetGroupArn').key ?? { offset: target.node!.offset, length: 1 };
      if (name.missing || name.value === '')
        report({
          at: name.node ?? at,
          message: l10n.t('containerName is missing: the container that receives the traffic.'),
          fixes: fix('containerName', container?.name.value),
        });
      if (port.missing)
        report({
          at: name.key ?? at,
          message: l10n.t('containerPort is missing: the port on which the container receives the traffic.'),
          fixes: fix('containerPort', container && onlyPort(container.fields)),
        });
    }
  },
};

function receiver(containers: readonly Container[] | undefined, name: string | undefined): Container | undefined {
  const named = containers?.find((one) => name && one.name.value === name);
  const listening = containers?.filter(({ fields }) => onlyPort(fields) !== undefined) ?? [];
  return named ?? (listening.length === 1 ? listening[0] : undefined);
}

function onlyPort(container: Fields): number | undefined {
  const ports = container
    .list('portMappings')
    .fields()
    .map((mapping) => mapping.num('containerPort').value);
  return ports.length === 1 ? ports[0] : undefined;
}
