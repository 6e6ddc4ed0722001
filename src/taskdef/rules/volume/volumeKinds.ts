import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { meansNothing } from '../../rule/refusedMembers.ts';
import type { Rule } from '../../rule/rule.ts';

const kinds = [
  'host',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  's3filesVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  'configuredAtLaunch',
];

export const volumeKinds: Rule = {
  id: 'TD065',
  severity: 'error',
  title: 'A volume is of one kind.',
  link: links.volumes,
  check({ document, volumes }, report) {
    for (const volume of volumes.fields()) {
      const found = kinds.filter((kind) => {
        const { node } = volume.member(kind);
        return node !== undefined && !meansNothing(node);
      });
      // An empty host beside another kind says nothing, as in the answers of DescribeTaskDefinition.
      const second = found[1];
      if (second === undefined) continue;
      const { key, node } = volume.member(second);
      report({
        at: key!,
        message: l10n.t('A volume is of one kind; this one has {0}.', found.join(', ')),
        fixes: [removeFix(document, node!, `"${second}"`, false)],
      });
    }
  },
};
