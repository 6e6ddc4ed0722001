import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import { portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';
import { slug } from '../../facts/slug.ts';

export const appProtocolWithoutName: Rule = {
  id: 'TD045',
  severity: 'warning',
  title: 'appProtocol serves Service Connect, which finds a port by its name.',
  link: links.serviceConnect,
  check(task, report) {
    for (const { mapping, container, containerPort } of portMappings(task)) {
      const protocol = mapping.member('appProtocol');
      if (
        !protocol.node ||
        protocol.missing ||
        mapping.str('appProtocol').value === '' ||
        !mapping.member('name').missing ||
        mapping.member('name').node
      )
        continue;
      const name = `${(slug(container.name.value ?? '') ?? 'app').toLowerCase().slice(0, 50)}-${containerPort ?? 'port'}-tcp`;
      report({
        at: protocol.key!,
        message: l10n.t('appProtocol has no effect without a name: Service Connect finds the port by it.'),
        fixes: [addFix(task.document, mapping.node!, 'name', name)],
      });
    }
  },
};
