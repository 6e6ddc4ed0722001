import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { addFix, changeFix } from '../../rule/fixes.ts';
import { mountsOf } from '../../facts/mounts.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Task } from '../../document/task.ts';

export const mountPath: Rule = {
  id: 'TD052',
  severity: 'error',
  title: 'A volume is mounted at an absolute path, and no two at one path.',
  link: links.volumes,
  check(task, report) {
    const seen = new Map<string, Node>();
    for (const { mount, container } of mountsOf(task)) {
      const { value, node, missing } = mount.str('containerPath');
      if (missing && !node && mount.present) {
        const at = mount.member('sourceVolume').node ?? { offset: mount.node!.offset, length: 1 };
        report({
          at,
          message: l10n.t('The mount point in container {0} has no containerPath.', container.label),
          fixes: [addFix(task.document, mount.node!, 'containerPath', '/data')],
        });
      }
      if (value === undefined || !node) continue;
      if (!isAbsolute(value, task)) {
        const fixes =
          task.windows === 'yes' || value === ''
            ? []
            : [changeFix(task.document, node, `/${value.replace(/^\.\//, '')}`)];
        report({ at: node, message: l10n.t('"{0}" is not an absolute path in the container.', value), fixes });
      }
      if (value === '/')
        report({
          at: node,
          message: l10n.t('Nothing can be mounted at /, the root of container {0}.', container.label),
        });
      const key = `${container.index}:${value.replace(/(?<=.)\/$/, '')}`;
      const earlier = seen.get(key);
      if (earlier)
        report({
          at: node,
          message: l10n.t('Two volumes are mounted at {0} in container {1}.', value, container.label),
          related: [{ range: earlier, message: l10n.t('The first mount.') }],
        });
      seen.set(key, node);
    }
  },
};

function isAbsolute(path: string, { windows }: Task): boolean {
  if (/^[A-Za-z]:[\\/]/.test(path) || path.startsWith('\\\\')) return windows !== 'no';
  return path.startsWith('/');
}
