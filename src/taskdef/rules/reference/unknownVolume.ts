import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertItem } from '../../document/edits.ts';
import type { Fix } from '../../rule/finding.ts';
import { changeFix, setFix } from '../../rule/fixes.ts';
import { listOf } from '../../rule/listOf.ts';
import { mountsOf } from '../../facts/mounts.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Task } from '../../document/task.ts';

export const unknownVolume: Rule = {
  id: 'TD050',
  severity: 'error',
  title: 'A mount point names a volume of the task definition.',
  link: links.volumes,
  says: "Unknown volume 'x'.",
  check(task, report) {
    const { document, fields, volumes } = task;
    const declared = volumes.fields().map((volume) => volume.str('name'));
    if (
      !fields.present ||
      !(volumes.missing || volumes.certain) ||
      declared.some((name) => !name.missing && name.value === undefined)
    )
      return;
    const names = declared.flatMap(({ value }) => value ?? []);
    for (const { mount, container } of mountsOf(task)) {
      const { value, node, missing } = mount.str('sourceVolume');
      if (value?.trim() === '' || (missing && !node && mount.node)) {
        report({
          at: node ?? { offset: mount.node!.offset, length: 1 },
          message: l10n.t('A mount point in container {0} names no volume.', container.label),
        });
      }
      if (!value?.trim() || !node || names.includes(value)) continue;
      const guess = nearest(value, names);
      const fixes: Fix[] = guess ? [changeFix(document, node, guess)] : [];
      fixes.push(declare(task, value, guess === undefined));
      report({
        at: node,
        message:
          names.length > 0
            ? l10n.t(
                "Unknown volume '{0}' in container {1}; the volumes are: {2}.",
                value,
                container.label,
                listOf(names),
              )
            : l10n.t(
                "Unknown volume '{0}' in container {1}: the task definition has no volumes.",
                value,
                container.label,
              ),
        fixes,
      });
    }
  },
};

function declare({ document, fields, volumes }: Task, name: string, preferred: boolean): Fix {
  const edit = volumes.node?.type === 'array' ? insertItem(document.text, volumes.node, { name }) : undefined;
  if (edit) return { title: l10n.t('Add volume "{0}"', name), edits: [edit], preferred };
  return {
    ...setFix(document, fields.node!, 'volumes', [{ name }], preferred),
    title: l10n.t('Add volume "{0}"', name),
  };
}
