import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { platformVersions } from '../../facts/platformVersions.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const platformVersion: Rule<Service> = {
  id: 'SD00A',
  severity: 'error',
  title: 'A platform version is LATEST or one of those that Fargate has.',
  link: links.platformVersions,
  check({ document, fields }, report) {
    const { value, node } = fields.str('platformVersion');
    if (!value || !node || platformVersions.includes(value.toUpperCase())) return;
    const [, version] = /^(?:v\s*)?(1\.\d(?:\.0)?)$/i.exec(value) ?? [];
    const meant = version && platformVersions.find((one) => one.startsWith(version));
    report({
      at: node,
      // Fargate may have a newer one than is known here.
      severity: /^\d+\.\d+\.\d+$/.test(value) ? 'warning' : 'error',
      message: l10n.t('Fargate has no platform version "{0}"; it has {1}.', value, platformVersions.join(', ')),
      fixes: [changeFix(document, node, meant ?? 'LATEST', meant !== undefined)],
    });
  },
};
