import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { asDaemon } from '../../rule/launchTypes.ts';
import type { Rule } from '../../rule/rule.ts';

export const volumeScheduling: Rule<Service> = {
  id: 'SD01W',
  severity: 'error',
  title: 'A daemon configures no volume at launch.',
  link: links.createService,
  says: 'volumeConfigurations is only supported for REPLICA service and not DAEMON service.',
  applies: asDaemon,
  check({ document, fields }, report) {
    const list = fields.list('volumeConfigurations');
    if (!list.key || !list.node || !list.filled) return;
    report({
      at: list.key,
      message: l10n.t('volumeConfigurations is only supported for REPLICA services, not for daemons.'),
      fixes: [removeFix(document, list.node, '"volumeConfigurations"', false)],
    });
  },
};
