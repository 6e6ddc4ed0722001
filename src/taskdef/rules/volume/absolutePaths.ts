import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const absolutePaths: Rule = {
  id: 'TD06E',
  severity: 'warning',
  title: 'Paths on the host and in EFS are absolute.',
  link: links.volumes,
  check({ document, volumes }, report) {
    for (const volume of volumes.fields()) {
      const paths = [
        volume.fields('host').str('sourcePath'),
        volume.fields('efsVolumeConfiguration').str('rootDirectory'),
      ];
      for (const { value, node } of paths) {
        // A drive or a backslash is how Windows begins a path.
        if (!value || !node || value.startsWith('/') || /^[A-Za-z]:|^\\/.test(value)) continue;
        report({
          at: node,
          message: l10n.t('"{0}" is not an absolute path: it is not the directory that is mounted.', value),
          fixes: [changeFix(document, node, `/${value.replace(/^\.\//, '')}`, false)],
        });
      }
    }
  },
};
