import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { meansNothing } from '../../rule/refusedMembers.ts';
import type { Rule } from '../../rule/rule.ts';

export const linksOutsideBridge: Rule = {
  id: 'TD054',
  severity: 'error',
  title: 'Links exist in network mode bridge only.',
  link: links.containerDefinition,
  says: 'Links are not supported when networkMode=awsvpc.',
  check({ document, containers, networkMode }, report) {
    if (networkMode === undefined || networkMode === 'bridge') return;
    for (const { fields } of containers) {
      const { key, node } = fields.member('links');
      if (!key || !node || meansNothing(node)) continue;
      const hint = networkMode === 'none' ? '' : ` ${l10n.t('The containers reach each other at localhost.')}`;
      report({
        at: key,
        message: l10n.t('Links are not supported when networkMode={0}.', networkMode) + hint,
        fixes: [removeFix(document, node, '"links"')],
      });
    }
  },
};
