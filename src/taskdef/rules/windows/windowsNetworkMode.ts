import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onWindows } from '../../rule/launchTypes.ts';

export const windowsNetworkMode: Rule = {
  id: 'TD02D',
  severity: 'error',
  title: 'Windows tasks use awsvpc, or no network mode at all.',
  link: links.taskNetworking,
  applies: onWindows,
  check({ document, fields }, report) {
    const { value, node } = fields.str('networkMode');
    if (!node || value === undefined || !['bridge', 'host', 'none'].includes(value)) return;
    report({
      at: node,
      message: l10n.t('Windows has no network mode {0}: use awsvpc, or leave networkMode out.', value),
      fixes: [removeFix(document, node, '"networkMode"')],
    });
  },
};
