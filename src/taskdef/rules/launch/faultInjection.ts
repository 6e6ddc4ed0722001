import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const faultInjection: Rule = {
  id: 'TD01E',
  severity: 'warning',
  title: 'Fault injection works on Linux with network mode awsvpc or host.',
  link: links.faultInjection,
  check({ document, fields, networkMode, windows }, report) {
    const { value, node } = fields.bool('enableFaultInjection');
    if (value !== true || !node) return;
    if (windows === 'yes')
      report({
        at: node,
        message: l10n.t('Fault injection works on Linux only.'),
        fixes: [removeFix(document, node, '"enableFaultInjection"')],
      });
    else if (networkMode === 'bridge' || networkMode === 'none') {
      report({
        at: node,
        message: l10n.t('Fault injection works with network mode awsvpc or host, not {0}.', networkMode),
        fixes: [removeFix(document, node, '"enableFaultInjection"', false)],
      });
    }
  },
};
