import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const efsAccessPointRoot: Rule = {
  id: 'TD063',
  severity: 'error',
  title: 'With an EFS access point the root directory is / or absent.',
  link: links.efs,
  says: 'When using an EFS access point, the root directory must either be set to "/" or be omitted.',
  check({ document, volumes }, report) {
    for (const volume of volumes.fields()) {
      const efs = volume.fields('efsVolumeConfiguration');
      const point = efs.fields('authorizationConfig').member('accessPointId');
      const { value, node } = efs.str('rootDirectory');
      if (!point.node || point.missing || value === undefined || !node || value === '/' || value === '') continue;
      report({
        at: node,
        message: l10n.t(
          'When using an EFS access point, the root directory must either be set to "/" or be omitted; the access point has its own.',
        ),
        fixes: [removeFix(document, node, '"rootDirectory"')],
      });
    }
  },
};
