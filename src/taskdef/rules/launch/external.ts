import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onExternal } from '../../rule/launchTypes.ts';

export const external: Rule = {
  id: 'TD02B',
  severity: 'error',
  title: 'External instances: network mode bridge, host or none, no EFS, no GPU sharing.',
  link: links.ecsAnywhere,
  applies: onExternal,
  check({ document, fields, containers, volumes }, report) {
    const mode = fields.str('networkMode');
    if (mode.value === 'awsvpc' && mode.node) {
      report({
        at: mode.node,
        message: l10n.t('External instances have network mode bridge, host or none, not awsvpc.'),
        fixes: [changeFix(document, mode.node, 'bridge')],
      });
    }
    for (const volume of volumes.fields()) {
      const efs = volume.member('efsVolumeConfiguration');
      if (efs.key && !efs.missing)
        report({ at: efs.key, message: l10n.t('External instances cannot mount EFS file systems.') });
    }
    for (const container of containers) {
      for (const requirement of container.fields.list('resourceRequirements').fields()) {
        const { key, missing } = requirement.member('sharingStrategy');
        if (key && !missing) report({ at: key, message: l10n.t('External instances cannot share a GPU.') });
      }
    }
  },
};
