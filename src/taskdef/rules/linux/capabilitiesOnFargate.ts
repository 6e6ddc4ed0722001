import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onFargate } from '../../rule/launchTypes.ts';

export const capabilitiesOnFargate: Rule = {
  id: 'TD0A4',
  severity: 'error',
  title: 'Fargate adds no capability but SYS_PTRACE.',
  link: links.fargate,
  says: 'NET_ADMIN is not allowed on Fargate.',
  applies: onFargate,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      for (const { value, node } of fields.fields('linuxParameters').fields('capabilities').list('add').texts()) {
        if (!value?.trim() || value === 'SYS_PTRACE') continue;
        report({
          at: node,
          message: l10n.t('{0} is not allowed on Fargate: SYS_PTRACE alone can be added.', value),
          fixes: [removeFix(document, node, value)],
        });
      }
    }
  },
};
