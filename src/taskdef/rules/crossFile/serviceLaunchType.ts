import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertItem } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';

export const serviceLaunchType: Rule = {
  id: 'TD0D3',
  severity: 'warning',
  title: 'The launch type of a service beside this file is among requiresCompatibilities.',
  link: links.createService,
  says: 'Task definition does not support launch_type FARGATE.',
  check({ document, fields }, report, { siblings }) {
    const types = fields.list('requiresCompatibilities');
    if (types.missing || !types.certain || types.items.length === 0 || !types.node) return;
    const listed = types.texts().flatMap(({ value }) => value ?? []);
    for (const { file, launchType } of siblings?.services ?? []) {
      if (!launchType || listed.includes(launchType)) continue;
      report({
        at: types.node,
        message: l10n.t(
          '{0} runs this on {1}, but requiresCompatibilities says {2}.',
          file,
          launchType,
          listed.join(', '),
        ),
        fixes: [{ title: l10n.t('Add {0}', launchType), edits: [insertItem(document.text, types.node, launchType)] }],
      });
    }
  },
};
