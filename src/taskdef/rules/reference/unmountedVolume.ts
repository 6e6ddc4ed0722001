import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { mountsOf } from '../../facts/mounts.ts';
import type { Rule } from '../../rule/rule.ts';

export const unmountedVolume: Rule = {
  id: 'TD051',
  severity: 'hint',
  title: 'Every volume is mounted; one that is configured at launch must be.',
  link: links.volumes,
  says: 'Volumes [x] are not referenced by any of the containers.',
  mayBeError: true,
  check(task, report) {
    const { document, containers, volumes, containersCertain } = task;
    const mounts = mountsOf(task).map(({ mount }) => mount.str('sourceVolume'));
    const certain = containersCertain && containers.every(({ fields }) => fields.list('mountPoints').certain);
    if (!certain || mounts.some(({ value, missing }) => value === undefined && !missing)) return;
    const mounted = new Set(mounts.map(({ value }) => value));
    for (const volume of volumes.fields()) {
      const { value, node } = volume.str('name');
      if (!value || !node || mounted.has(value)) continue;
      const atLaunch = volume.bool('configuredAtLaunch').value === true;
      report({
        at: node,
        severity: atLaunch ? 'error' : 'hint',
        message: atLaunch
          ? l10n.t(
              'Volumes [{0}] are not referenced by any of the containers: a volume that is configured at launch must be mounted.',
              value,
            )
          : l10n.t('No container mounts the volume "{0}".', value),
        fixes: [removeFix(document, volume.node!, l10n.t('volume "{0}"', value), false)],
      });
    }
  },
};
