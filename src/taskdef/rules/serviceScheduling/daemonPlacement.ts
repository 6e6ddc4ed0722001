import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { asDaemon } from '../../rule/launchTypes.ts';

export const daemonPlacement: Rule<Service> = {
  id: 'SD00H',
  severity: 'error',
  title: 'A daemon has no placement strategy.',
  link: links.services,
  says: 'The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again.',
  applies: asDaemon,
  check({ document, fields }, report) {
    const list = fields.list('placementStrategy');
    if (!list.key || !list.node || !list.filled) return;
    report({
      at: list.key,
      message: l10n.t('A daemon runs on each instance: a placement strategy is refused, constraints are not.'),
      fixes: [removeFix(document, list.node, '"placementStrategy"')],
    });
  },
};
