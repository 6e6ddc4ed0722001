import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const connectDisabled: Rule<Service> = {
  id: 'SD01K',
  severity: 'warning',
  title: 'Service Connect that is turned off has no services.',
  link: links.connectConfiguration,
  check({ document, fields }, report) {
    const connect = fields.fields('serviceConnectConfiguration');
    const enabled = connect.bool('enabled');
    const services = connect.list('services');
    if (enabled.value !== false || !enabled.node || !services.filled || !services.key) return;
    report({
      at: services.key,
      message: l10n.t('Service Connect is turned off: none of these services can be reached.'),
      fixes: [changeFix(document, enabled.node, true, false)],
    });
  },
};
