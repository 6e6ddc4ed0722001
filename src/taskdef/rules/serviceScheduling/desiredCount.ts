import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { anchorOf } from '../../document/task.ts';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const desiredCount: Rule<Service> = {
  id: 'SD00J',
  severity: 'warning',
  title: 'A service that is no daemon says how many tasks it runs.',
  link: links.createService,
  applies: ({ isUpdate, scheduling }) => (!isUpdate && scheduling === 'REPLICA' ? 'yes' : 'no'),
  check({ document, fields }, report, { tool }) {
    // ecspresso keeps the count that the service has.
    if (tool === 'ecspresso' || !fields.member('desiredCount').missing || !fields.node) return;
    const options = { after: fields.has('taskDefinition') ? 'taskDefinition' : 'serviceName' };
    report({
      at: fields.member('serviceName').key ?? anchorOf(fields),
      message: l10n.t('desiredCount is missing, which a service needs unless it is a daemon.'),
      fixes: [addFix(document, fields.node, 'desiredCount', 1, options)],
    });
  },
};
