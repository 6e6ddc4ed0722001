import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const daemonPercent: Rule<Service> = {
  id: 'SD068',
  severity: 'error',
  title: 'The maximumPercent of a DAEMON service is 100.',
  link: links.serviceParameters,
  says: 'The daemon scheduling strategy does not support values above 100 for maximumPercent.',
  check({ document, fields, scheduling }, report) {
    const { value, node } = fields.fields('deploymentConfiguration').num('maximumPercent');
    if (scheduling !== 'DAEMON' || value === undefined || !node || value <= 100) return;
    report({
      at: node,
      message: l10n.t(
        'A DAEMON service never runs more than one task on an instance: maximumPercent is 100, not {0}.',
        value,
      ),
      fixes: [changeFix(document, node, 100)],
    });
  },
};
