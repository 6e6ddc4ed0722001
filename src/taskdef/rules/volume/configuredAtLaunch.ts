import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onExternal } from '../../rule/launchTypes.ts';

export const configuredAtLaunch: Rule = {
  id: 'TD067',
  severity: 'error',
  title: 'At most one volume is configured at launch, on Linux, not on external instances.',
  link: links.ebs,
  check(task, report) {
    const found = task.volumes
      .fields()
      .map((volume) => volume.bool('configuredAtLaunch'))
      .filter(({ value }) => value === true);
    for (const [i, { node, key }] of found.entries()) {
      if (i > 0)
        report({
          at: key!,
          message: l10n.t('A task definition has at most one volume that is configured at launch.'),
          fixes: [removeFix(task.document, node!, '"configuredAtLaunch"', false)],
        });
      if (task.windows === 'yes')
        report({
          at: key!,
          message: l10n.t('Volumes that are configured at launch are EBS volumes, which Windows tasks cannot have.'),
        });
      if (isSure(onExternal(task)))
        report({ at: key!, message: l10n.t('External instances cannot have EBS volumes.') });
    }
  },
};
