import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const readonlyRoot: Rule = {
  id: 'TD06D',
  severity: 'hint',
  title: 'A container with a read-only root has somewhere to write.',
  link: links.security,
  check({ document, containers, windows }, report) {
    // It has no read-only root at all, which another rule says.
    if (windows === 'yes') return;
    for (const { fields, label, node } of containers) {
      const root = fields.bool('readonlyRootFilesystem');
      const linux = fields.fields('linuxParameters');
      if (root.value !== true || !root.node || !linux.member('tmpfs').missing) continue;
      if (
        fields.list('mountPoints').items.length > 0 ||
        !fields.list('mountPoints').complete ||
        fields.list('volumesFrom').items.length > 0
      )
        continue;
      const tmpfs = [{ containerPath: '/tmp', size: 64 }];
      const fix = linux.node
        ? addFix(document, linux.node, 'tmpfs', tmpfs, { preferred: false })
        : addFix(document, node, 'linuxParameters', { tmpfs }, { preferred: false });
      report({
        at: root.node,
        message: l10n.t(
          'Container {0} has a read-only root and nothing to write to: many programs and ECS Exec need /tmp.',
          label,
        ),
        fixes: linux.member('tmpfs').node || fields.member('linuxParameters').node !== linux.node ? [] : [fix],
      });
    }
  },
};
