import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';

const metrics = ['CPUUtilization', 'MemoryUtilization'];

export const monitoring: Rule<Service> = {
  id: 'SD06O',
  severity: 'error',
  title: 'CPUUtilization and MemoryUtilization are published every 20 or 60 seconds, each once.',
  link: links.monitoringConfiguration,
  check({ document, fields }, report) {
    const seen = new Set<string>();
    for (const one of fields.fields('monitoring').list('metricConfigurations').fields()) {
      const resolution = one.num('resolutionSeconds');
      if (resolution.node && resolution.value !== undefined && ![20, 60].includes(resolution.value))
        report({
          at: resolution.node,
          message: l10n.t('resolutionSeconds is {0}; ECS takes 20 or 60.', resolution.value),
          fixes: [changeFix(document, resolution.node, resolution.value < 40 ? 20 : 60)],
        });
      const names = one.list('metricNames');
      if (names.empty && names.key)
        report({
          at: names.key,
          message: l10n.t('metricNames is empty: give CPUUtilization, MemoryUtilization or both.'),
        });
      for (const { value, node } of names.texts()) {
        if (value === undefined) continue;
        const guess = nearest(value, metrics);
        if (!metrics.includes(value))
          report({
            at: node,
            message: l10n.t('"{0}" is no metric of a service; ECS knows CPUUtilization and MemoryUtilization.', value),
            fixes: guess ? [changeFix(document, node, guess)] : [],
          });
        else if (seen.has(value))
          report({ at: node, severity: 'warning', message: l10n.t('{0} has a resolution already.', value) });
        seen.add(value);
      }
    }
  },
};
