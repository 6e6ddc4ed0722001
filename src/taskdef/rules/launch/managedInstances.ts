import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onManagedInstances } from '../../rule/launchTypes.ts';

export const managedInstances: Rule = {
  id: 'TD02A',
  severity: 'error',
  title: 'Managed Instances: network mode awsvpc or host, Linux, no Docker volumes.',
  link: links.managedInstances,
  applies: onManagedInstances,
  check({ document, fields, volumes, windows }, report) {
    const mode = fields.str('networkMode');
    if (mode.value === 'bridge' && mode.node) {
      report({
        at: mode.node,
        message: l10n.t('Managed Instances have network mode awsvpc or host, not bridge.'),
        fixes: [changeFix(document, mode.node, 'awsvpc')],
      });
    }
    const family = fields.fields('runtimePlatform').str('operatingSystemFamily');
    if (windows === 'yes' && family.node) {
      report({
        at: family.node,
        message: l10n.t('Managed Instances run Linux only.'),
        fixes: [changeFix(document, family.node, 'LINUX')],
      });
    }
    for (const volume of volumes.fields()) {
      const docker = volume.member('dockerVolumeConfiguration');
      if (docker.key && !docker.missing)
        report({ at: docker.key, message: l10n.t('Managed Instances have no Docker volumes.') });
    }
  },
};
