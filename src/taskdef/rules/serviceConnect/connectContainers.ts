import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const connectContainers: Rule<Service> = {
  id: 'SD01O',
  severity: 'warning',
  title: 'Each entry of containerConfigurations has one setting, and each setting stands once.',
  link: links.connectConfiguration,
  check({ document, fields }, report) {
    const seen = new Set<string>();
    const list = fields.fields('serviceConnectConfiguration').list('containerConfigurations');
    for (const entry of list.fields()) {
      const settings = entry.entries();
      if (settings.length === 0 && !entry.open)
        report({ at: entry.node!, message: l10n.t('An entry of containerConfigurations has one setting.') });
      for (const { name, key } of settings) {
        if (seen.has(name))
          report({
            at: key,
            message: l10n.t('{0} stands here twice.', name),
            fixes: [removeFix(document, entry.node!, `"${name}"`, false)],
          });
        seen.add(name);
      }
    }
  },
};
