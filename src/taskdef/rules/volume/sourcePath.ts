import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onFargate } from '../../rule/launchTypes.ts';

export const sourcePath: Rule = {
  id: 'TD060',
  severity: 'error',
  title: 'Fargate has no host directories to mount.',
  link: links.bindMounts,
  says: 'Fargate compatible task definitions do not support sourcePath.',
  applies: onFargate,
  check({ document, volumes }, report) {
    for (const volume of volumes.fields()) {
      const { key, node, missing } = volume.fields('host').member('sourcePath');
      if (!key || !node || missing || node.value === '') continue;
      report({
        at: key,
        message: l10n.t(
          'Fargate compatible task definitions do not support sourcePath: without it the volume is an empty directory of the task; use EFS for data that stays.',
        ),
        fixes: [removeFix(document, node, '"sourcePath"')],
      });
    }
  },
};
