import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const dockerVolumeDetails: Rule = {
  id: 'TD06B',
  severity: 'error',
  title: 'autoprovision goes with shared Docker volumes; Windows has the local driver only.',
  link: links.dockerVolumes,
  check({ document, volumes, windows }, report) {
    for (const volume of volumes.fields()) {
      const docker = volume.fields('dockerVolumeConfiguration');
      const autoprovision = docker.bool('autoprovision');
      const scope = docker.str('scope');
      if (
        autoprovision.node &&
        autoprovision.value !== undefined &&
        (scope.value === 'task' || (scope.missing && docker.present))
      ) {
        report({
          at: autoprovision.key!,
          message: l10n.t(
            'autoprovision goes with scope "shared" only: with scope "task" the volume always comes and goes with the task.',
          ),
          fixes: [removeFix(document, autoprovision.node, '"autoprovision"')],
        });
      }
      const driver = docker.str('driver');
      if (windows === 'yes' && driver.value !== undefined && driver.value !== 'local') {
        report({
          at: driver.node!,
          message: l10n.t('Windows has the volume driver "local" only.'),
          fixes: [changeFix(document, driver.node!, 'local')],
        });
      }
    }
  },
};
