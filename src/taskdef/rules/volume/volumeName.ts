import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { changeFix, setFix } from '../../rule/fixes.ts';
import { renameEverywhere } from '../../document/renameEverywhere.ts';
import type { Rule } from '../../rule/rule.ts';
import { slug } from '../../facts/slug.ts';

export const volumeName: Rule = {
  id: 'TD066',
  severity: 'error',
  title: 'Volume names are unique, of letters, digits, hyphens and underscores, and there where they are needed.',
  link: links.volumes,
  check({ document, volumes, issues }, report) {
    const seen = new Map<string, Node>();
    for (const volume of volumes.fields()) {
      const { value, node, missing } = volume.str('name');
      const kind = ['efsVolumeConfiguration', 's3filesVolumeConfiguration', 'configuredAtLaunch'].find(
        (name) => volume.has(name) && volume.bool(name).value !== false,
      );
      if ((missing || value === '') && kind) {
        report({
          at: node ?? volume.member(kind).key!,
          message: l10n.t('A volume with {0} needs a name.', kind),
          fixes: volume.node ? [setFix(document, volume.node, 'name', 'data')] : [],
        });
      }
      if (!value || !node) continue;
      const earlier = seen.get(value);
      if (earlier)
        report({
          at: node,
          message: l10n.t('Two volumes are named "{0}".', value),
          related: [{ range: earlier, message: l10n.t('The other one.') }],
        });
      seen.set(value, node);
    }
    for (const { node, member, limit, actual } of issues.limits) {
      if (member.id !== 'Volume.name') continue;
      const repaired = slug(String(node.value));
      report({
        at: node,
        message:
          limit === 'pattern'
            ? l10n.t(
                '"{0}" is not a valid volume name: letters, digits, hyphens and underscores only.',
                String(node.value),
              )
            : l10n.t('The volume name has {0} characters; at most 255 are allowed.', actual),
        fixes:
          repaired && limit === 'pattern'
            ? [{ ...changeFix(document, node, repaired), edits: renameEverywhere(document, node, repaired) }]
            : [],
      });
    }
  },
};
